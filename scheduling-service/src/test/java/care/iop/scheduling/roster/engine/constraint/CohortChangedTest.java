package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortChangedTest {

    private final Constraint rule = new CohortChanged();

    @Test
    void whoStaysCostsNothing() {
        // given
        SampleWeek week = new SampleWeek().seat("C1", "G1").lead("G1", "T1").publish();

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void whoLeavesForAnotherGroupCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .seat("C1", "G1")
                .lead("G1", "T1")
                .publish()
                .seat("C1", "G2")
                .lead("G2", "T2");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(60, points);
    }

    @Test
    void whoHadNoGroupChangesNone() {
        // given
        SampleWeek week = new SampleWeek().publish().seat("C1", "G1").lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void nothingPublishedNothingChanged() {
        // given
        SampleWeek week = new SampleWeek().seat("C1", "G1").lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week =
                new SampleWeek().seat("C1", "G1").lead("G1", "T1").publish().without("C1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 leaves group G1 for none."),
                matches.stream().map(Match::explanation).toList());
    }
}
