package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortUnassignedTest {

    private final Constraint rule = new CohortUnassigned();

    @Test
    void aClientWithAGroupIsFine() {
        // given
        SampleWeek week = new SampleWeek().seat("C1", "G1").lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aClientWithoutCountsByPriority() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.priority(3));

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(30, points);
    }

    @Test
    void theLowestPriorityCountsTen() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.priority(1));

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(10, points);
    }

    @Test
    void aClientWhoNeedsNoneIsFine() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.withoutGroup());

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.priority(3));

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 of priority 3 has no group."),
                matches.stream().map(Match::explanation).toList());
    }
}
