package care.iop.progress.caseload;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the caseload, in the order of admission ids. */
@Schema(name = "CaseloadPage")
record CaseloadPage(List<CaseloadEntryView> items) {}
