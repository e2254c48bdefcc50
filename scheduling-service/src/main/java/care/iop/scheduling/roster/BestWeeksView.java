package care.iop.scheduling.roster;

import care.iop.scheduling.roster.RosterOutcome.Appointment;
import care.iop.scheduling.roster.RosterOutcome.Unplaced;
import care.iop.scheduling.roster.engine.constraint.Rule;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The best complete weeks of one client beside everybody else's, in which nobody else moves. */
@Schema(name = "BestWeeks")
record BestWeeksView(
        @Schema(required = true) UUID enrollmentId,
        @Schema(required = true) LocalDate weekStartingOn,

        @Schema(required = true, description = "Best first; they differ in the group or in the day of a session")
        List<Choice> weeks) {

    /** One week to choose. */
    @Schema(name = "BestWeek")
    record Choice(
            @Schema(required = true, examples = "1") int rank,

            @Schema(
                    required = true,
                    description = "Points of the catalogue, lower is better; negative when it fills a group",
                    examples = "14")
            double price,

            @Schema(required = true, description = "What makes the price")
            List<Price> prices,

            @Schema(
                    required = true,
                    examples =
                            "Group MORNING GROUP Mon, Wed, Fri 09:00–12:00; individual session Tue 10:00–11:00 with Rowan Sample.")
            String text,

            @Schema(required = true, examples = "900") int plannedMinutes,
            @Schema(required = true, examples = "5") int days,
            @Schema(required = true) List<Appointment> sessions,
            @Schema(required = true) List<Unplaced> unassigned) {}

    /** One part of a price. */
    @Schema(name = "WeekPrice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Price(
            @Schema(description = "The rule of the catalogue; absent for what the week means to others") @Nullable
            Rule rule,

            @Schema(required = true, examples = "4") double points,

            @Schema(required = true, examples = "The client comes on 4 days instead of 5.")
            String text) {}
}
