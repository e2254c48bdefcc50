package care.iop.scheduling.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a search is, as its process last told; about once a second. */
@Schema(name = "RosterProgress")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RosterProgress(
        @Schema(
                required = true,
                description = "Which try this is; a run whose process died is tried again",
                examples = "1")
        int attempt,

        @Schema(required = true, description = "Of the time limit, 0 to 100", examples = "40")
        int percentOfTimeLimit,

        @Schema(required = true, description = "Steps of the search so far", examples = "1200")
        long steps,

        @Schema(description = "The best so far; absent before everybody was placed once") @Nullable
        Point best,

        @Schema(required = true, description = "How the best became better over time, thinned out to 200 points")
        List<Point> history) {

    /** The best score at a moment. */
    @Schema(name = "RosterProgressPoint")
    record Point(
            @Schema(required = true, description = "Seconds since this try began", examples = "2.5")
            double atSeconds,

            @Schema(required = true, description = "What is unplaced, by priority", examples = "0")
            double medium,

            @Schema(required = true, description = "Wishes not met", examples = "310")
            double soft) {}

    RosterProgress {
        history = List.copyOf(history);
    }
}
