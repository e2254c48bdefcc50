package care.iop.scheduling.program;

import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The usual hours of a track, in the program's local time. */
@Schema(name = "TrackHours")
public record TrackHours(
        @Schema(required = true, examples = "MORNING") @NotNull
        Track track,

        @Schema(required = true, examples = "09:00") @NotNull
        LocalTime from,

        @Schema(required = true, examples = "12:00") @NotNull
        LocalTime until) {}
