package care.iop.scheduling.roster;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A week to be decided. */
@Schema(name = "RosterRunRequest", examples = """
                {"programId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b10", "weekStartingOn": "2026-01-12", "seed": 1, "timeLimitSeconds": 10}""")
record RosterRunRequest(
        @Schema(required = true, examples = "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b10") @NotNull
        UUID programId,

        @Schema(
                required = true,
                examples = "2026-01-12",
                description = "A Monday, from four weeks ago to half a year ahead")
        @NotNull
        LocalDate weekStartingOn,

        @Schema(description = "Of the search's random choices", defaultValue = "1", examples = "1")
        Long seed,

        @Schema(description = "1 to 900", defaultValue = "10", examples = "10") @Min(1) @Max(900)
        Integer timeLimitSeconds,

        @Schema(
                description =
                        "Whose week is decided: REMAINING, those who have nothing booked, beside those who have; or WHOLE,"
                                + " everybody anew but those with a session that is over, marked or within the notice period",
                defaultValue = "REMAINING",
                examples = "REMAINING")
        RosterScope scope) {

    private static final int USUAL_TIME_LIMIT_SECONDS = 10;

    RosterRunRequest {
        scope = scope == null ? RosterScope.REMAINING : scope;
        seed = seed == null ? 1L : seed;
        timeLimitSeconds = timeLimitSeconds == null ? USUAL_TIME_LIMIT_SECONDS : timeLimitSeconds;
    }
}
