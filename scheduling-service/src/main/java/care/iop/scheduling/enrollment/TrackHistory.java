package care.iop.scheduling.enrollment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The tracks that a client was on. */
@Schema(name = "TrackHistory")
record TrackHistory(
        @Schema(required = true, description = "The newest first")
        List<TrackChangeView> items) {}
