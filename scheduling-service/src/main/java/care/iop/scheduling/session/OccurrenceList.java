package care.iop.scheduling.session;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The meetings of a series in a stretch of days. */
@Schema(name = "OccurrenceList")
record OccurrenceList(@Schema(required = true) List<Occurrence> items) {}
