package care.iop.scheduling.session;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts out the days of a recurrence rule that is known to be sound. Own arithmetic because the iCalendar library in use
 * loses days of rules such as {@code FREQ=MONTHLY;BYDAY=-1MO,2FR;BYMONTHDAY=-1,14}; a test holds it against another library. A
 * start that the rule itself doesn't give is no meeting (RFC 5545 leaves that case open).
 */
final class RecurrenceDates {

    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final LocalDate startsOn;
    private final String frequency;
    private final int interval;
    private final @Nullable Integer count;
    private final LocalDate until;
    private final DayOfWeek weekStart;
    private final List<String> byDay;
    private final List<Integer> byMonthDay;

    RecurrenceDates(Map<String, String> parts, LocalDate startsOn) {
        this.startsOn = startsOn;
        this.frequency = parts.getOrDefault("FREQ", "");
        this.interval = Integer.parseInt(parts.getOrDefault("INTERVAL", "1"));
        this.count = parts.containsKey("COUNT") ? Integer.valueOf(parts.get("COUNT")) : null;
        this.until = parts.containsKey("UNTIL")
                ? LocalDate.parse(parts.get("UNTIL"), DateTimeFormatter.BASIC_ISO_DATE)
                : LocalDate.MAX;
        this.weekStart = weekday(parts.getOrDefault("WKST", "MO"));
        this.byDay = list(parts.get("BYDAY"));
        this.byMonthDay =
                list(parts.get("BYMONTHDAY")).stream().map(Integer::valueOf).toList();
    }

    /** The days from {@code first} to {@code last}, both included, in order. */
    List<LocalDate> between(LocalDate first, LocalDate last) {
        var end = last.isAfter(until) ? until : last;
        var days = new ArrayList<LocalDate>();
        var counted = 0;
        // With a COUNT every day from the start on has to be counted; without one the first periods can be passed over.
        var period = count == null && first.isAfter(startsOn) ? periodsTo(first) : 0;
        for (var begin = beginOf(period); !begin.isAfter(end); begin = beginOf(++period)) {
            for (var day : daysOf(begin)) {
                if (day.isBefore(startsOn)) {
                    continue;
                }
                if (day.isAfter(end) || (count != null && counted == count)) {
                    return days;
                }
                counted++;
                if (!day.isBefore(first)) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    /** How many whole periods can be passed over on the way to a day. */
    private long periodsTo(LocalDate day) {
        var begin = beginOf(0);
        var units =
                switch (frequency) {
                    case "DAILY" -> ChronoUnit.DAYS.between(begin, day);
                    case "WEEKLY" -> ChronoUnit.WEEKS.between(begin, day);
                    default -> ChronoUnit.MONTHS.between(begin, day);
                };
        return units / interval;
    }

    /** The first day of a day, a week or a month that the rule looks at. */
    private LocalDate beginOf(long period) {
        return switch (frequency) {
            case "DAILY" -> startsOn.plusDays(period * interval);
            case "WEEKLY" ->
                startsOn.with(TemporalAdjusters.previousOrSame(weekStart)).plusWeeks(period * interval);
            default -> startsOn.withDayOfMonth(1).plusMonths(period * interval);
        };
    }

    private Iterable<LocalDate> daysOf(LocalDate begin) {
        return switch (frequency) {
            case "DAILY" -> List.of(begin);
            case "WEEKLY" -> daysOfWeek(begin);
            default -> daysOfMonth(YearMonth.from(begin));
        };
    }

    private SortedSet<LocalDate> daysOfWeek(LocalDate begin) {
        var days = new TreeSet<LocalDate>();
        var names =
                byDay.isEmpty() ? List.of(WEEKDAYS.get(startsOn.getDayOfWeek().getValue() - 1)) : byDay;
        names.forEach(name -> days.add(begin.with(TemporalAdjusters.nextOrSame(weekday(name)))));
        return days;
    }

    private SortedSet<LocalDate> daysOfMonth(YearMonth month) {
        var days = new TreeSet<LocalDate>();
        var numbers = byDay.isEmpty() && byMonthDay.isEmpty() ? List.of(startsOn.getDayOfMonth()) : byMonthDay;
        for (var number : numbers) {
            if (number == -1) {
                days.add(month.atEndOfMonth());
            } else if (month.isValidDay(number)) {
                days.add(month.atDay(number));
            }
        }
        if (byDay.isEmpty()) {
            return days;
        }
        var named = new TreeSet<LocalDate>();
        for (var name : byDay) {
            var ordinal = Integer.parseInt(name.substring(0, name.length() - 2));
            named.add(month.atDay(1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday(name.substring(name.length() - 2)))));
        }
        if (!byMonthDay.isEmpty()) {
            named.retainAll(days);
        }
        return named;
    }

    private static DayOfWeek weekday(String name) {
        return DayOfWeek.of(WEEKDAYS.indexOf(name) + 1);
    }

    private static List<String> list(@Nullable String values) {
        return values == null ? List.of() : Stream.of(values.split(",", -1)).toList();
    }
}
