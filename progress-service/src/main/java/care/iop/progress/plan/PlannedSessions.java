package care.iop.progress.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Sessions of one kind and length that a client is to have each week.
 *
 * @param minutes of one session, in whole quarter hours
 */
@Schema(name = "PlannedSessions")
record PlannedSessions(
        @Schema(required = true, examples = "GROUP") @NotNull
        SessionKind kind,

        @Schema(required = true, examples = "180", description = "Whole quarter hours") @Min(15) @Max(480)
        int minutes,

        @Schema(required = true, examples = "3") @Min(1) @Max(7)
        int timesPerWeek) {

    int minutesPerWeek() {
        return minutes * timesPerWeek;
    }
}
