package care.iop.progress.attendance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Hours and attendance of one week. The counts and minutes are exact; the rates are made from them. */
@Schema(name = "WeekOfAttendance")
public record WeekView(
        @Schema(description = "The ISO week of the sessions' dates in the program's time zone", examples = "2026-W48")
        String week,

        @Schema(description = "The week's Monday", examples = "2026-11-23")
        LocalDate startsOn,

        @Schema(description = "Sessions booked for the week, whatever became of them", examples = "6")
        int scheduledUnits,

        @Schema(description = "Of these, canceled by the program", examples = "1")
        int programCancelledUnits,

        @Schema(
                description = "Scheduled less canceled by the program: the denominator of the attendance rate",
                examples = "5")
        int countedUnits,

        @Schema(
                description = "Attended, late, or partly attended for at least half of the planned time",
                examples = "4")
        int attendedUnits,

        @Schema(
                description = "Counted units that are not marked yet: until none are left, the rate is a lower bound",
                examples = "0")
        int unmarkedUnits,

        @Schema(
                description = "attendedUnits ÷ countedUnits, four decimals, half up; null when nothing is counted",
                nullable = true,
                examples = "0.8")
        @Nullable
        BigDecimal attendanceRate,

        @Schema(description = "Minutes planned in counted units: the denominator of the hours rate", examples = "900")
        int plannedMinutes,

        @Schema(description = "Minutes of treatment given", examples = "720")
        int deliveredMinutes,

        @Schema(
                description = "deliveredMinutes ÷ plannedMinutes, four decimals, half up; null when nothing is planned",
                nullable = true,
                examples = "0.8")
        @Nullable
        BigDecimal hoursRate) {

    static WeekView of(IsoWeek week, WeekShare share) {
        return of(
                week,
                share.scheduledUnits(),
                share.programCancelledUnits(),
                share.attendedUnits(),
                share.unmarkedUnits(),
                share.plannedMinutes(),
                share.deliveredMinutes());
    }

    /** The week with its rates made from counts and minutes. */
    public static WeekView of(
            IsoWeek week,
            int scheduledUnits,
            int programCancelledUnits,
            int attendedUnits,
            int unmarkedUnits,
            int plannedMinutes,
            int deliveredMinutes) {
        int countedUnits = scheduledUnits - programCancelledUnits;
        return new WeekView(
                week.toString(),
                week.startsOn(),
                scheduledUnits,
                programCancelledUnits,
                countedUnits,
                attendedUnits,
                unmarkedUnits,
                rate(attendedUnits, countedUnits),
                plannedMinutes,
                deliveredMinutes,
                rate(deliveredMinutes, plannedMinutes));
    }

    private static @Nullable BigDecimal rate(int numerator, int denominator) {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), 4, RoundingMode.HALF_UP);
    }
}
