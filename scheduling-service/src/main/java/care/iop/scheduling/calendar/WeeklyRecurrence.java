package care.iop.scheduling.calendar;

import care.iop.scheduling.calendar.Entry.Recurrence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeSet;

/** The weekly rule that a list of days follows. */
final class WeeklyRecurrence {

    private static final int DAYS_OF_WEEK = 7;
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private WeeklyRecurrence() {}

    /**
     * The rule of meetings that are all at one local time: their days of the week, every so many weeks, until the last; and
     * the instances of the rule that are not among them, such as holidays.
     *
     * @param days at least two, in order
     */
    static Recurrence of(List<LocalDate> days, LocalTime at, ZoneId zone) {
        var first = days.get(0);
        var last = days.get(days.size() - 1);
        var weekdays = new TreeSet<DayOfWeek>();
        long interval = 0;
        for (var day : days) {
            weekdays.add(day.getDayOfWeek());
            interval = greatestCommonDivisor(interval, week(first, day));
        }
        var every = Math.max(1, interval);
        var without = first.datesUntil(last.plusDays(1))
                .filter(day -> weekdays.contains(day.getDayOfWeek()) && week(first, day) % every == 0)
                .filter(day -> !days.contains(day))
                .map(day -> ZonedDateTime.of(day, at, zone))
                .toList();
        var until = ZonedDateTime.of(last, at, zone).withZoneSameInstant(ZoneOffset.UTC);
        return new Recurrence(
                "FREQ=WEEKLY;INTERVAL=%d;BYDAY=%s;WKST=MO;UNTIL=%s"
                        .formatted(
                                every,
                                String.join(
                                        ",",
                                        weekdays.stream()
                                                .map(day -> day.name().substring(0, 2))
                                                .toList()),
                                UTC.format(until)),
                without);
    }

    private static long week(LocalDate first, LocalDate day) {
        var monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return ChronoUnit.DAYS.between(monday, day) / DAYS_OF_WEEK;
    }

    private static long greatestCommonDivisor(long one, long other) {
        return other == 0 ? one : greatestCommonDivisor(other, one % other);
    }
}
