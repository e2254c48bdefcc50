package care.iop.scheduling.dose;

import care.iop.scheduling.program.SessionKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Seats that could make up for what a client misses, the most useful first. */
@Schema(name = "MakeUps")
record MakeUpsView(
        @Schema(required = true) UUID enrollmentId,
        @Schema(required = true) LocalDate weekStartingOn,
        @Schema(required = true) DoseForecastView.Client dose,

        @Schema(
                required = true,
                description = "Sessions of the week of which nothing was delivered, and that have no make-up yet")
        List<Missed> missed,

        @Schema(required = true) List<Seat> seats,

        @Schema(required = true, description = "Free seats that could not make up for anything, by reason")
        List<LeftOut> leftOut) {

    /** A session that can be made up for. */
    @Schema(name = "MissedSession")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Missed(
            @Schema(required = true) UUID bookingId,
            @Schema(required = true) SessionKind kind,
            @Schema(required = true) LocalDate sessionOn,
            @Schema(required = true) int lostMinutes,

            @Schema(description = "What it taught by the curriculum", examples = "CRAVINGS") @Nullable
            String moduleCode) {}

    /** A seat that is free. */
    @Schema(name = "MakeUpSeat")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seat(
            @Schema(required = true, examples = "1") int rank,

            @Schema(
                    description =
                            "The scheduled meeting; absent for a session alone, which is scheduled when it is booked")
            @Nullable
            UUID sessionId,

            @Schema(required = true) SessionKind kind,
            @Nullable UUID seriesId,
            @Schema(required = true) LocalDate sessionOn,
            @Schema(required = true, examples = "09:00") LocalTime localStart,
            @Schema(required = true) Instant startsAt,
            @Schema(required = true) Instant endsAt,
            @Nullable UUID clinicianId,

            @Schema(required = true, description = "Missing minutes of the week that it covers", examples = "60")
            int coversMinutes,

            @Schema(required = true, description = "Whether it lies in the week itself rather than in the days after")
            boolean inWeek,

            @Schema(required = true, description = "Whether it adds a day of treatment to the week")
            boolean addsDay,

            @Schema(
                    description =
                            "The missed session that it can make up for: one of the same kind, and of the same module when one was missed")
            @Nullable
            UUID makeUpFor,

            @Schema(description = "What it teaches by the curriculum", examples = "CRAVINGS") @Nullable
            String moduleCode,

            @Schema(required = true, description = "Whether it teaches a module that was missed")
            boolean givesMissedModule,

            @Schema(
                    required = true,
                    examples =
                            "Group EVENING GROUP Fri 17:30–20:30 with Emerson Sample: covers the missing hour this week.")
            String text) {}

    /** Why some free seats are not offered. */
    @Schema(name = "MakeUpSeatsLeftOut")
    record LeftOut(
            @Schema(required = true) Rule rule,

            @Schema(required = true, description = "How many", examples = "2")
            int seats,

            @Schema(
                    required = true,
                    examples =
                            "2 free seats would take more than the payer allows of their week: 3 days and 15 h, of which 3 days and 9 h are used.")
            String text) {}

    /** A rule that a make-up keeps. */
    @Schema(name = "MakeUpRule")
    enum Rule {
        /** Not above the minutes that are prescribed for the week. */
        WEEKLY_HOURS,
        /** Not above the days and minutes that payers still allow of its week. */
        AUTHORIZED_UNITS,
        /** Nothing that the client has had already. */
        CURRICULUM
    }
}
