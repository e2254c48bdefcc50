package care.iop.progress.checkin;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.TreeSet;

/**
 * How steadily a person checks in. What they report never matters: a day of use counts like any other. A missed day doesn't
 * count, and a few in a row leave the streak whole.
 *
 * @param days the days reported, without a longer gap, up to today or a few days before
 * @param includesToday whether today is reported
 * @param ofLast7 the days reported of the last 7, today with them
 * @param ofLast30 the days reported of the last 30, today with them
 */
record Streak(int days, boolean includesToday, int ofLast7, int ofLast30) {

    private static final int WEEK = 7;
    private static final int MONTH = 30;

    static Streak of(Collection<LocalDate> reported, LocalDate today, int forgivenDays) {
        var days = new TreeSet<>(reported);
        int streak = 0;
        var last = today;
        for (var day : days.descendingSet()) {
            if (ChronoUnit.DAYS.between(day, last) - 1 > forgivenDays) {
                break;
            }
            streak++;
            last = day;
        }
        return new Streak(streak, !days.tailSet(today).isEmpty(), since(days, today, WEEK), since(days, today, MONTH));
    }

    private static int since(TreeSet<LocalDate> days, LocalDate today, int length) {
        return days.tailSet(today.minusDays(length - 1L)).size();
    }
}
