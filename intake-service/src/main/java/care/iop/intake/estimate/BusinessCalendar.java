package care.iop.intake.estimate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * Monday to Friday without the federal holidays of 5 U.S.C. 6103. A holiday on a Saturday is kept on the Friday before, one
 * on a Sunday on the Monday after.
 */
final class BusinessCalendar {

    private static final Set<MonthDay> FIXED_HOLIDAYS = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.JUNE, 19),
            MonthDay.of(Month.JULY, 4),
            MonthDay.of(Month.NOVEMBER, 11),
            MonthDay.of(Month.DECEMBER, 25));

    private BusinessCalendar() {}

    static boolean isBusinessDay(LocalDate day) {
        return !isWeekend(day) && !isHoliday(day);
    }

    /** The business day so many business days after a day. */
    static LocalDate after(LocalDate day, int businessDays) {
        var found = day;
        for (int left = businessDays; left > 0; ) {
            found = found.plusDays(1);
            if (isBusinessDay(found)) {
                left--;
            }
        }
        return found;
    }

    /** How many business days lie from a day, included, to a later one, not included. */
    static int between(LocalDate from, LocalDate to) {
        return (int) from.datesUntil(to).filter(BusinessCalendar::isBusinessDay).count();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isHoliday(LocalDate weekday) {
        return isFixed(weekday)
                || (weekday.getDayOfWeek() == DayOfWeek.FRIDAY && isFixed(weekday.plusDays(1)))
                || (weekday.getDayOfWeek() == DayOfWeek.MONDAY && isFixed(weekday.minusDays(1)))
                || isFloating(weekday);
    }

    private static boolean isFixed(LocalDate day) {
        return FIXED_HOLIDAYS.contains(MonthDay.from(day));
    }

    private static boolean isFloating(LocalDate day) {
        return isNth(day, Month.JANUARY, 3, DayOfWeek.MONDAY)
                || isNth(day, Month.FEBRUARY, 3, DayOfWeek.MONDAY)
                || (day.getMonth() == Month.MAY
                        && day.equals(day.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY))))
                || isNth(day, Month.SEPTEMBER, 1, DayOfWeek.MONDAY)
                || isNth(day, Month.OCTOBER, 2, DayOfWeek.MONDAY)
                || isNth(day, Month.NOVEMBER, 4, DayOfWeek.THURSDAY);
    }

    private static boolean isNth(LocalDate day, Month month, int nth, DayOfWeek weekday) {
        return day.getMonth() == month && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday)));
    }
}
