package care.iop.progress.cadence;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of episodes and what is due in them. */
@Schema(name = "DueWorkPage")
record DueWorkPage(
        @Schema(description = "Only episodes in which something is due, so a page may have fewer than were asked for")
        List<DueWorkView> items) {}
