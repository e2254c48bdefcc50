package care.iop.scheduling.program;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Days off that a program can take over as a whole instead of entering each. */
public enum HolidayCalendar {
    /** Only the closures that are entered. */
    NONE,
    /**
     * The federal holidays of the United States, 5 U.S.C. 6103: the day itself and, when it falls on a weekend, the Friday
     * before or the Monday after, on which it is observed.
     */
    US_FEDERAL;

    private static final int JUNETEENTH_SINCE = 2021;

    /** The days off of a year, in order. An observance that falls into the year before or after belongs to that year. */
    public List<Closure> of(int year) {
        return switch (this) {
            case NONE -> List.of();
            case US_FEDERAL -> {
                var days = new ArrayList<Closure>();
                for (int near = year - 1; near <= year + 1; near++) {
                    usFederal(near).stream()
                            .flatMap(holiday -> withObservance(holiday).stream())
                            .filter(holiday -> holiday.closedOn().getYear() == year)
                            .forEach(days::add);
                }
                days.sort(Comparator.comparing(Closure::closedOn));
                yield List.copyOf(days);
            }
        };
    }

    /** What is celebrated or observed on a day; empty on others. */
    public Optional<Closure> on(LocalDate day) {
        return this == NONE
                ? Optional.empty()
                : of(day.getYear()).stream()
                        .filter(holiday -> holiday.closedOn().equals(day))
                        .findFirst();
    }

    private static List<Closure> usFederal(int year) {
        var holidays = new ArrayList<Closure>();
        holidays.add(new Closure(LocalDate.of(year, Month.JANUARY, 1), "New Year's Day"));
        holidays.add(nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY, "Birthday of Martin Luther King, Jr."));
        holidays.add(nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY, "Washington's Birthday"));
        holidays.add(nth(year, Month.MAY, -1, DayOfWeek.MONDAY, "Memorial Day"));
        if (year >= JUNETEENTH_SINCE) {
            holidays.add(new Closure(LocalDate.of(year, Month.JUNE, 19), "Juneteenth National Independence Day"));
        }
        holidays.add(new Closure(LocalDate.of(year, Month.JULY, 4), "Independence Day"));
        holidays.add(nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY, "Labor Day"));
        holidays.add(nth(year, Month.OCTOBER, 2, DayOfWeek.MONDAY, "Columbus Day"));
        holidays.add(new Closure(LocalDate.of(year, Month.NOVEMBER, 11), "Veterans Day"));
        holidays.add(nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY, "Thanksgiving Day"));
        holidays.add(new Closure(LocalDate.of(year, Month.DECEMBER, 25), "Christmas Day"));
        return holidays;
    }

    private static Closure nth(int year, Month month, int ordinal, DayOfWeek day, String name) {
        return new Closure(LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day)), name);
    }

    private static List<Closure> withObservance(Closure holiday) {
        var day = holiday.closedOn();
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> List.of(holiday, new Closure(day.minusDays(1), holiday.reason() + " (observed)"));
            case SUNDAY -> List.of(holiday, new Closure(day.plusDays(1), holiday.reason() + " (observed)"));
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> List.of(holiday);
        };
    }
}
