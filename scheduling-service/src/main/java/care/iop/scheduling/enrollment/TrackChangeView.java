package care.iop.scheduling.enrollment;

import care.iop.scheduling.program.Track;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client's move from one track to another, as staff see it. */
@Schema(name = "TrackChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrackChangeView(
        @Schema(description = "Absent when it was any") @Nullable
        Track from,

        @Schema(description = "Absent when it is any") @Nullable
        Track to,

        @Schema(required = true, examples = "Starts work at 08:00")
        String reason,

        @Schema(required = true) Instant changedAt,

        @Schema(required = true, description = "The subject of who changed it")
        String changedBy) {}
