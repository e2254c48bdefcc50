package care.iop.progress.program;

import care.iop.progress.attendance.IsoWeek;
import care.iop.progress.attendance.WeekView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One week of a program. Counts are exact; means are made from them. */
@Schema(name = "ProgramWeek")
record ProgramWeekView(
        @Schema(examples = "2026-W48") String week,

        @Schema(description = "The week's Monday", examples = "2026-11-23")
        LocalDate startsOn,

        @Schema(description = "Admissions in this week", examples = "4")
        int admitted,

        @Schema(description = "Discharges in this week, of any kind", examples = "3")
        int ended,

        @Schema(description = "People in treatment who reported at least one day", examples = "41")
        int peopleReporting,

        @Schema(description = "Of these, people who reported use on at least one day", examples = "6")
        int peopleUsing,

        @Schema(description = "Days reported by people in treatment", examples = "230")
        int reportedDays,

        @Schema(description = "Of these, days with use", examples = "11")
        int useDays,

        @Schema(
                description = "Mean over the reported days, 0 worst to 10 best, two decimals; null without reports",
                nullable = true,
                examples = "6.12")
        @Nullable
        BigDecimal meanMood,

        @Schema(
                description = "Mean over the reported days, 0 none to 10 strongest, two decimals; null without reports",
                nullable = true,
                examples = "3.4")
        @Nullable
        BigDecimal meanCraving,

        @Schema(
                description = "Mean over the reported days in hours, two decimals; null without reports",
                nullable = true,
                examples = "6.85")
        @Nullable
        BigDecimal meanSleepHours,

        WeekView attendance) {

    static ProgramWeekView of(ProgramWeekRow row) {
        var week = new IsoWeek(row.weekStartsOn());
        return new ProgramWeekView(
                week.toString(),
                row.weekStartsOn(),
                row.admitted(),
                row.ended(),
                row.peopleReporting(),
                row.peopleUsing(),
                row.reportedDays(),
                row.useDays(),
                mean(row.moodSum(), row.reportedDays()),
                mean(row.cravingSum(), row.reportedDays()),
                mean(row.sleepHalfHoursSum(), 2 * row.reportedDays()),
                WeekView.of(
                        week,
                        row.scheduledUnits(),
                        row.programCancelledUnits(),
                        row.attendedUnits(),
                        row.unmarkedUnits(),
                        row.plannedMinutes(),
                        row.deliveredMinutes()));
    }

    private static @Nullable BigDecimal mean(int sum, int count) {
        return count == 0 ? null : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP);
    }
}
