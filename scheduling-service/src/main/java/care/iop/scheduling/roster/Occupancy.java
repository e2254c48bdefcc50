package care.iop.scheduling.roster;

import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.time.DayOfWeek;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Quarter hours of a week by whom they belong to: hours that somebody works or can come, or time that is taken. */
final class Occupancy {

    private static final int CELLS_PER_DAY = 24 * 60 / WeekWindow.GRID_MINUTES;

    private final Map<UUID, BitSet> cells = new HashMap<>();

    private static int from(WeekWindow when) {
        return first(when.day()) + when.startMinute() / WeekWindow.GRID_MINUTES;
    }

    private static int until(WeekWindow when) {
        return first(when.day()) + when.endMinute() / WeekWindow.GRID_MINUTES;
    }

    private static int first(DayOfWeek day) {
        return (day.getValue() - 1) * CELLS_PER_DAY;
    }

    private BitSet of(UUID who) {
        return cells.computeIfAbsent(who, id -> new BitSet(7 * CELLS_PER_DAY));
    }

    void add(UUID who, List<WeekWindow> windows) {
        windows.forEach(window -> of(who).set(from(window), until(window)));
    }

    /** Adds a window; nobody's is nothing. */
    void add(@Nullable UUID who, WeekWindow when) {
        if (who != null) {
            of(who).set(from(when), until(when));
        }
    }

    /** Takes a window away; nobody's is nothing. */
    void remove(@Nullable UUID who, WeekWindow when) {
        if (who != null) {
            of(who).clear(from(when), until(when));
        }
    }

    void addDay(UUID who, DayOfWeek day) {
        of(who).set(first(day), first(day) + CELLS_PER_DAY);
    }

    void removeDay(UUID who, DayOfWeek day) {
        of(who).clear(first(day), first(day) + CELLS_PER_DAY);
    }

    /** Takes the time before a moment of the week away from everybody. */
    void removeBefore(DayOfWeek day, int minute) {
        cells.values().forEach(each -> each.clear(0, first(day) + WeekWindow.quarters(minute)));
    }

    /** Whether nothing of the window is among someone's cells. */
    boolean isClear(UUID who, WeekWindow when) {
        var next = of(who).nextSetBit(from(when));
        return next < 0 || next >= until(when);
    }

    /** Whether all of the window is among someone's cells. */
    boolean covers(UUID who, WeekWindow when) {
        return of(who).nextClearBit(from(when)) >= until(when);
    }

    int minutesIn(UUID who, WeekWindow when) {
        return of(who).get(from(when), until(when)).cardinality() * WeekWindow.GRID_MINUTES;
    }

    int minutesOn(UUID who, DayOfWeek day) {
        return day(who, day).cardinality() * WeekWindow.GRID_MINUTES;
    }

    /** Minutes of a day between the first and the last of someone's cells that are not among them. */
    int idleMinutesOn(UUID who, DayOfWeek day) {
        return idleMinutes(day(who, day));
    }

    /** The same if a window were among them, too. */
    int idleMinutesWith(UUID who, WeekWindow when) {
        var day = day(who, when.day());
        day.set(from(when) - first(when.day()), until(when) - first(when.day()));
        return idleMinutes(day);
    }

    private BitSet day(UUID who, DayOfWeek day) {
        return of(who).get(first(day), first(day) + CELLS_PER_DAY);
    }

    private static int idleMinutes(BitSet day) {
        return day.isEmpty() ? 0 : (day.length() - day.nextSetBit(0) - day.cardinality()) * WeekWindow.GRID_MINUTES;
    }
}
