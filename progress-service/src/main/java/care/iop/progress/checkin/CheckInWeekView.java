package care.iop.progress.checkin;

import care.iop.progress.attendance.IsoWeek;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person reported in one week of an episode. */
@Schema(name = "CheckInWeek")
record CheckInWeekView(
        @Schema(examples = "2026-W48") String week,

        @Schema(description = "The days that the person reported", examples = "[\"2026-11-23\", \"2026-11-24\"]")
        List<LocalDate> reportedOn,

        @Schema(description = "Of these, the days with use", examples = "[\"2026-11-24\"]")
        List<LocalDate> useOn,

        @Schema(description = "Mean of the reported days, 0 worst to 10 best, two decimals", examples = "6.12")
        BigDecimal meanMood,

        @Schema(description = "Mean of the reported days, 0 none to 10 strongest, two decimals", examples = "3.4")
        BigDecimal meanCraving,

        @Schema(description = "Mean of the reported days in hours, two decimals", examples = "6.85")
        BigDecimal meanSleepHours) {

    /** Reads a row of the rollup, which has at least one reported day. */
    static CheckInWeekView of(Tuple row) {
        var monday = row.get("week_starts_on", LocalDate.class);
        int reported = row.get("reported_days", Integer.class);
        int days = Integer.bitCount(reported);
        return new CheckInWeekView(
                new IsoWeek(monday).toString(),
                days(monday, reported),
                days(monday, row.get("use_days", Integer.class)),
                mean(row.get("mood_sum", Integer.class), days),
                mean(row.get("craving_sum", Integer.class), days),
                mean(row.get("sleep_half_hours_sum", Integer.class), 2 * days));
    }

    private static List<LocalDate> days(LocalDate monday, int bits) {
        return IntStream.range(0, 7)
                .filter(day -> (bits >> day & 1) == 1)
                .mapToObj(monday::plusDays)
                .toList();
    }

    private static BigDecimal mean(int sum, int count) {
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP);
    }
}
