package care.iop.progress.assessment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All instruments that can be answered here. */
@Schema(name = "InstrumentList")
record InstrumentList(List<InstrumentSummaryView> items) {}
