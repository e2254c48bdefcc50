package care.iop.progress.review;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.progress.change.Category;
import care.iop.progress.plan.GoalProgress;
import care.iop.progress.review.ReviewFacts.CheckIns;
import care.iop.progress.review.ReviewFacts.Score;
import care.iop.progress.review.ReviewFacts.Sessions;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each criterion on both sides of its threshold, and what they make together. */
class ReviewCriteriaTest {

    private static final Score BETTER = new Score("PHQ-9", 15, 8, Category.RECOVERED);
    private static final Score SAME = new Score("GAD-7", 9, 8, Category.UNCHANGED);
    private static final Score WORSE = new Score("PCL-5", 30, 45, Category.DETERIORATED);

    private final ReviewCriteria criteria = new ReviewCriteria(new SmallRyeConfigBuilder()
            .withMapping(ReviewPolicy.class)
            .addDefaultInterceptors()
            .build()
            .getConfigMapping(ReviewPolicy.class));

    @ParameterizedTest
    @CsvSource({"14, MET", "13, NOT_MET"})
    void timeAtLevel(int days, Standing standing) {
        assertStanding("TIME_AT_LEVEL", good().daysAtLevel(days), standing);
    }

    @ParameterizedTest
    @CsvSource({"8, 10, MET", "7, 10, NOT_MET", "7, 8, MET", "7, 7, UNKNOWN", "0, 0, UNKNOWN"})
    void attendance(int attended, int counted, Standing standing) {
        assertStanding("ATTENDANCE_STEADY", good().fourWeeks(new Sessions(counted, attended, 0, 100, 100)), standing);
    }

    @ParameterizedTest
    @CsvSource({"800, 1000, MET", "799, 1000, NOT_MET", "0, 0, UNKNOWN"})
    void hours(int delivered, int planned, Standing standing) {
        assertStanding("HOURS_REACHED", good().fourWeeks(new Sessions(10, 10, 0, planned, delivered)), standing);
    }

    @ParameterizedTest
    @CsvSource({"10, 0, MET", "9, 0, UNKNOWN", "14, 1, NOT_MET", "1, 1, NOT_MET"})
    void noUse(int reported, int used, Standing standing) {
        assertStanding("NO_USE_REPORTED", good().checkIns(reported, used, "1"), standing);
    }

    @ParameterizedTest
    @CsvSource({"10, 3.00, MET", "10, 3.01, NOT_MET", "9, 1, UNKNOWN", "14, , UNKNOWN"})
    void cravingLow(int reported, String mean, Standing standing) {
        assertStanding("CRAVING_LOW", good().checkIns(reported, 0, mean), standing);
    }

    @Test
    void scores() {
        assertStanding("SCORES_BETTER", good().scores(BETTER, SAME), Standing.MET);
        assertStanding("SCORES_BETTER", good().scores(SAME), Standing.NOT_MET);
        assertStanding("SCORES_BETTER", good().scores(BETTER, WORSE), Standing.NOT_MET);
        assertStanding("SCORES_BETTER", good().scores(), Standing.UNKNOWN);
        assertStanding("SCORES_WORSE", good().scores(BETTER, WORSE), Standing.MET);
        assertStanding("SCORES_WORSE", good().scores(BETTER, SAME), Standing.NOT_MET);
        assertStanding("SCORES_WORSE", good().scores(), Standing.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"4, 2, MET", "5, 2, NOT_MET", "0, 0, UNKNOWN"})
    void objectivesMet(int objectives, int met, Standing standing) {
        assertStanding("OBJECTIVES_MET", good().goals(new GoalProgress(objectives, met, 0)), standing);
    }

    @Test
    void withoutAPlanNothingIsKnownOfObjectives() {
        assertStanding("OBJECTIVES_MET", good().goals(null), Standing.UNKNOWN);
        assertStanding("OBJECTIVES_OVERDUE", good().goals(null), Standing.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"0, MET, NOT_MET", "1, NOT_MET, MET"})
    void openAlerts(int open, Standing none, Standing some) {
        assertStanding("NO_OPEN_ALERTS", good().openAlerts(open), none);
        assertStanding("ALERTS_OPEN", good().openAlerts(open), some);
    }

    @ParameterizedTest
    @CsvSource({"14, 4, MET", "14, 3, NOT_MET", "0, 0, UNKNOWN"})
    void useContinues(int reported, int used, Standing standing) {
        assertStanding("USE_CONTINUES", good().checkIns(reported, used, "1"), standing);
    }

    @ParameterizedTest
    @CsvSource({"3, 7.00, MET", "3, 6.99, NOT_MET", "2, 9, UNKNOWN", "0, , UNKNOWN"})
    void cravingHigh(int reported, String mean, Standing standing) {
        assertStanding("CRAVING_HIGH", good().checkIns(reported, 0, mean), standing);
    }

    @ParameterizedTest
    @CsvSource({"2, MET", "1, NOT_MET"})
    void sessionsMissed(int inARow, Standing standing) {
        assertStanding("SESSIONS_MISSED", good().missedInARow(inARow), standing);
    }

    @ParameterizedTest
    @CsvSource({"899, 0, MET", "900, 0, NOT_MET", "899, 1, UNKNOWN"})
    void hoursShort(int delivered, int unmarked, Standing standing) {
        assertStanding("HOURS_SHORT", good().twoWeeks(new Sessions(10, 5, unmarked, 1800, delivered)), standing);
    }

    @Test
    void weeksWithoutSessionsSayNothingOfHours() {
        assertStanding("HOURS_SHORT", good().twoWeeks(new Sessions(0, 0, 0, 0, 0)), Standing.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"1, MET", "0, NOT_MET"})
    void objectivesOverdue(int overdue, Standing standing) {
        assertStanding("OBJECTIVES_OVERDUE", good().goals(new GoalProgress(4, 2, overdue)), standing);
    }

    @Test
    void stepDownNeedsEverythingAndStepUpOneThing() {
        assertThat(suggestion(good())).isEqualTo(Suggestion.STEP_DOWN);
        assertThat(suggestion(good().daysAtLevel(13))).isEqualTo(Suggestion.CONTINUE);
        assertThat(suggestion(good().checkIns(9, 0, "1"))).isEqualTo(Suggestion.CONTINUE);
        assertThat(suggestion(good().missedInARow(5))).isEqualTo(Suggestion.STEP_DOWN);
        assertThat(suggestion(good().openAlerts(1))).isEqualTo(Suggestion.STEP_UP);
        assertThat(suggestion(good().scores(BETTER, WORSE))).isEqualTo(Suggestion.STEP_UP);
    }

    @Test
    void figuresStandBehindEachFinding() {
        // when
        var findings = criteria.of(
                good().fourWeeks(new Sessions(12, 11, 1, 2000, 1500)).build());

        // then
        assertThat(finding(findings, "ATTENDANCE_STEADY").figures())
                .containsEntry("attendedSessions", BigDecimal.valueOf(11))
                .containsEntry("countedSessions", BigDecimal.valueOf(12))
                .containsEntry("unmarkedSessions", BigDecimal.ONE)
                .containsEntry("rate", new BigDecimal("0.9167"));
        assertThat(finding(findings, "HOURS_REACHED").figures()).containsEntry("rate", new BigDecimal("0.7500"));
        assertThat(findings).allSatisfy(found -> assertThat(found.sentence()).endsWith("."));
    }

    private void assertStanding(String code, Facts facts, Standing standing) {
        assertThat(finding(criteria.of(facts.build()), code).standing()).isEqualTo(standing);
    }

    private Suggestion suggestion(Facts facts) {
        return ReviewCriteria.suggestion(criteria.of(facts.build()));
    }

    private static Finding finding(List<Finding> findings, String code) {
        return findings.stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody for whom everything speaks for a step down. */
    private static Facts good() {
        return new Facts();
    }

    /** Facts to be changed one by one. */
    private static final class Facts {

        private int daysAtLevel = 28;
        private Sessions fourWeeks = new Sessions(20, 19, 0, 3600, 3400);
        private Sessions twoWeeks = new Sessions(10, 10, 0, 1800, 1800);
        private int missedInARow;
        private CheckIns checkIns = new CheckIns(14, 0, BigDecimal.ONE);
        private List<Score> scores = List.of(BETTER);
        private GoalProgress goals = new GoalProgress(4, 3, 0);
        private int openAlerts;

        Facts daysAtLevel(int days) {
            daysAtLevel = days;
            return this;
        }

        Facts fourWeeks(Sessions sessions) {
            fourWeeks = sessions;
            return this;
        }

        Facts twoWeeks(Sessions sessions) {
            twoWeeks = sessions;
            return this;
        }

        Facts missedInARow(int missed) {
            missedInARow = missed;
            return this;
        }

        Facts checkIns(int reported, int used, String mean) {
            checkIns = new CheckIns(reported, used, mean == null ? null : new BigDecimal(mean));
            return this;
        }

        Facts scores(Score... given) {
            scores = List.of(given);
            return this;
        }

        Facts goals(GoalProgress progress) {
            goals = progress;
            return this;
        }

        Facts openAlerts(int open) {
            openAlerts = open;
            return this;
        }

        ReviewFacts build() {
            return new ReviewFacts(
                    daysAtLevel, fourWeeks, twoWeeks, 900, missedInARow, checkIns, scores, goals, openAlerts);
        }
    }
}
