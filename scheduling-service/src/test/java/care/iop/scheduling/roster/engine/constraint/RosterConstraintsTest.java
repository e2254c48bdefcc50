package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RosterConstraintsTest {

    @Test
    void theCatalogueHoldsEveryRuleOnce() {
        // given
        List<Rule> named = Arrays.asList(Rule.values());

        // when
        List<Rule> listed =
                RosterConstraints.all().stream().map(Constraint::rule).sorted().toList();

        // then
        assertEquals(named, listed);
    }

    @Test
    void everyRuleIsASentence() {
        // given
        List<Constraint> all = RosterConstraints.all();

        // when
        List<String> notSentences = all.stream()
                .map(Constraint::sentence)
                .filter(sentence -> !sentence.matches("[A-Z].*\\."))
                .toList();

        // then
        assertEquals(List.of(), notSentences);
    }

    @Test
    void weightsAreThoseOfTheProgramUnlessConfigured() {
        // given
        Map<Rule, Integer> agreed = Map.ofEntries(
                Map.entry(Rule.COHORT_UNASSIGNED, 10),
                Map.entry(Rule.SESSION_UNASSIGNED, 1),
                Map.entry(Rule.CONTINUITY, 20),
                Map.entry(Rule.TRAUMA_PREF, 12),
                Map.entry(Rule.COHORT_TRACK, 10),
                Map.entry(Rule.GENDER_PREF, 8),
                Map.entry(Rule.COHORT_MIN, 8),
                Map.entry(Rule.COHORT_OPEN, 6),
                Map.entry(Rule.COHORT_MODALITY, 5),
                Map.entry(Rule.IND_MODALITY, 4),
                Map.entry(Rule.DAYS, 4),
                Map.entry(Rule.SESSION_TRACK, 3),
                Map.entry(Rule.GAP, 2),
                Map.entry(Rule.OVERTIME, 1),
                Map.entry(Rule.CURRICULUM, 3),
                Map.entry(Rule.COHORT_CHANGED, 60),
                Map.entry(Rule.FACILITATOR_CHANGED, 30),
                Map.entry(Rule.SESSION_MOVED, 15),
                Map.entry(Rule.CLINICIAN_CHANGED, 10));

        // when
        Map<Rule, Integer> weights = RosterConstraints.all().stream()
                .filter(constraint -> constraint.level() != Level.HARD)
                .collect(Collectors.toMap(Constraint::rule, constraint -> constraint.weight(Weights.DEFAULT)));

        // then
        assertEquals(agreed, weights);
    }

    @Test
    void theScoreIsTheSumOfTheMatchesByLevel() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.targetDays(5).individual("I1").maxDays(2))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        Score score = RosterConstraints.score(week.problem(), week.roster());

        // then
        assertEquals(1, score.points(Level.HARD), "one day too many");
        assertEquals(1, score.points(Level.MEDIUM), "one hour unplaced");
        assertEquals(6 + 8, score.points(Level.SOFT), "one group open, two days from the target");
    }

    @Test
    void everyMatchNamesItsRuleItsLevelAndWhomItConcerns() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.priority(2));

        // when
        List<Match> matches = RosterConstraints.matches(week.problem(), week.roster());

        // then
        Match waiting = matches.get(0);
        assertEquals(Rule.COHORT_UNASSIGNED, waiting.rule());
        assertEquals(Level.MEDIUM, waiting.level());
        assertEquals("C1", waiting.subjectId());
        assertEquals(20 * Score.QUARTERS, waiting.quarterPoints());
        assertTrue(waiting.explanation().contains("C1"), waiting.explanation());
    }
}
