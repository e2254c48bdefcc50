package care.iop.scheduling.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The hours that a client was booked for and got, by day and by week of the program's zone. */
@Schema(name = "DeliveredHours")
record DeliveredView(
        @Schema(required = true) UUID enrollmentId,
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,

        @Schema(
                required = true,
                description = "Delivered minutes from which a day is an H0015 day: the program's own policy",
                examples = "180")
        int h0015DayMinutes,

        @Schema(
                required = true,
                description =
                        "Minutes of structured treatment that were booked, without what the program cancelled; a session and its make-up count once",
                examples = "900")
        int plannedMinutes,

        @Schema(required = true, examples = "720") int deliveredMinutes,

        @Schema(
                required = true,
                description = "H0015 days, each one unit of an authorization by the day",
                examples = "3")
        int units,

        @Schema(required = true, description = "Past sessions of which nothing is recorded yet", examples = "0")
        int unmarked,

        @Schema(required = true) List<Day> days,
        @Schema(required = true) List<Week> weeks) {

    /** One day with sessions. */
    @Schema(name = "DeliveredDay")
    record Day(
            @Schema(required = true) LocalDate day,
            @Schema(required = true, examples = "180") int plannedMinutes,
            @Schema(required = true, examples = "180") int deliveredMinutes,

            @Schema(required = true, description = "Enough was delivered for H0015")
            boolean h0015) {}

    /** One week with sessions, Monday to Sunday. */
    @Schema(name = "DeliveredWeek")
    record Week(
            @Schema(required = true) LocalDate startingOn,
            @Schema(required = true, examples = "900") int plannedMinutes,
            @Schema(required = true, examples = "720") int deliveredMinutes,
            @Schema(required = true, examples = "3") int h0015Days) {}
}
