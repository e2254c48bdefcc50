package care.iop.progress.assessment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a person's results, in the order of recording. */
@Schema(name = "AssessmentPage")
record AssessmentPage(List<AssessmentSummaryView> items) {}
