package care.iop.scheduling.program;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sessions of one kind and length that a client is to have each week. */
@Schema(name = "PrescribedSessions")
public record PrescribedSessions(
        @Schema(required = true, examples = "GROUP") @NotNull
        SessionKind kind,

        @Schema(required = true, examples = "180", description = "Whole quarter hours") @Min(15) @Max(480)
        int minutes,

        @Schema(required = true, examples = "3") @Min(1) @Max(7)
        int timesPerWeek) {

    private static final int SHORTEST_MINUTES = 15;
    private static final int LONGEST_MINUTES = 480;
    private static final int DAYS_OF_WEEK = 7;

    /** Whether a week can hold it: 15 to 480 minutes, 1 to 7 times. */
    public boolean fitsInAWeek() {
        return kind != null
                && minutes >= SHORTEST_MINUTES
                && minutes <= LONGEST_MINUTES
                && timesPerWeek >= 1
                && timesPerWeek <= DAYS_OF_WEEK;
    }

    PrescribedSessions times(int n) {
        return new PrescribedSessions(kind, minutes, n);
    }
}
