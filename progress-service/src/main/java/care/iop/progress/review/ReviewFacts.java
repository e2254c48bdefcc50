package care.iop.progress.review;

import care.iop.progress.change.Category;
import care.iop.progress.plan.GoalProgress;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an episode when its level is looked at.
 *
 * @param daysAtLevel days since the level of care began
 * @param fourWeeks sessions of the last 4 whole ISO weeks
 * @param twoWeeks sessions of the last 2 of them
 * @param prescribedMinutesPerWeek as intake prescribed
 * @param missedInARow the newest sessions that were missed without notice, in a row
 * @param checkIns of the last 14 days
 * @param scores instruments with a baseline and a later result
 * @param goals null without a plan in force
 * @param openAlerts open alerts of severity high or critical
 */
record ReviewFacts(
        int daysAtLevel,
        Sessions fourWeeks,
        Sessions twoWeeks,
        int prescribedMinutesPerWeek,
        int missedInARow,
        CheckIns checkIns,
        List<Score> scores,
        @Nullable GoalProgress goals,
        int openAlerts) {

    /** Sessions of some weeks, those that the program canceled left out. */
    record Sessions(int counted, int attended, int unmarked, int plannedMinutes, int deliveredMinutes) {}

    /**
     * Daily reports.
     *
     * @param meanCraving 0 to 10; null without a report
     */
    record CheckIns(
            int daysReported, int daysOfUse, @Nullable BigDecimal meanCraving) {}

    /** How one instrument changed since the baseline, by its primary criterion. */
    record Score(String instrument, int baseline, int latest, Category category) {}
}
