package care.iop.scheduling.roster.engine.problem;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.Locale;

/**
 * A stretch of one day of the week in the program's local time, {@code startMinute} inclusive to {@code endMinute}
 * exclusive, in minutes since midnight (0 to 1440, whole quarter hours). It never crosses midnight.
 */
public record WeekWindow(DayOfWeek day, int startMinute, int endMinute) implements Comparable<WeekWindow> {

    /** The grid of the product: everything starts, ends and lasts whole quarter hours. */
    public static final int GRID_MINUTES = 15;

    private static final int DAY_MINUTES = 1440;
    private static final Comparator<WeekWindow> CHRONOLOGICAL = Comparator.comparing(WeekWindow::day)
            .thenComparingInt(WeekWindow::startMinute)
            .thenComparingInt(WeekWindow::endMinute);

    /** Refuses a window that is empty, leaves its day or is off the quarter-hour grid. */
    public WeekWindow {
        if (startMinute < 0 || endMinute > DAY_MINUTES || startMinute >= endMinute) {
            throw new IllegalArgumentException(
                    "A window must run forward within one day, but this one is minute %d to %d. Maybe split it at midnight."
                            .formatted(startMinute, endMinute));
        }
        if (startMinute % GRID_MINUTES != 0 || endMinute % GRID_MINUTES != 0) {
            throw new IllegalArgumentException(
                    "A window must start and end on a quarter hour, but this one is minute %d to %d. Maybe round it."
                            .formatted(startMinute, endMinute));
        }
    }

    /** The window between two local times; {@code until} midnight means the end of the day. */
    public static WeekWindow of(DayOfWeek day, LocalTime from, LocalTime until) {
        int end = until.equals(LocalTime.MIDNIGHT) ? DAY_MINUTES : minuteOf(until);
        return new WeekWindow(day, minuteOf(from), end);
    }

    private static int minuteOf(LocalTime time) {
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new IllegalArgumentException("A roster knows whole minutes only, but was given " + time + ".");
        }
        return time.getHour() * 60 + time.getMinute();
    }

    /** Quarter hours in these minutes, one that is begun counted as whole. */
    public static int quarters(int minutes) {
        return (minutes + GRID_MINUTES - 1) / GRID_MINUTES;
    }

    /** Minutes as a person reads them, for example {@code 1.5 h}. */
    public static String hours(int minutes) {
        return (minutes % 60 == 0 ? String.valueOf(minutes / 60) : String.valueOf(minutes / 60.0)) + " h";
    }

    /** Length in minutes. */
    public int minutes() {
        return endMinute - startMinute;
    }

    /** Local time at which it starts. */
    public LocalTime startTime() {
        return LocalTime.ofSecondOfDay(startMinute * 60L);
    }

    /** Minutes that both windows share. */
    public int overlapMinutes(WeekWindow other) {
        return day == other.day
                ? Math.max(0, Math.min(endMinute, other.endMinute) - Math.max(startMinute, other.startMinute))
                : 0;
    }

    /** Whether the other window lies inside this one. */
    public boolean contains(WeekWindow other) {
        return day == other.day && startMinute <= other.startMinute && other.endMinute <= endMinute;
    }

    @Override
    public int compareTo(WeekWindow other) {
        return CHRONOLOGICAL.compare(this, other);
    }

    /** As a person reads it, for example {@code Mon 09:00–12:00}. */
    @Override
    public String toString() {
        return "%s %02d:%02d–%02d:%02d"
                .formatted(
                        day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                        startMinute / 60,
                        startMinute % 60,
                        endMinute / 60,
                        endMinute % 60);
    }
}
