package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacilitatorChangedTest {

    private final Constraint rule = new FacilitatorChanged();

    @Test
    void whoStaysCostsNothing() {
        // given
        SampleWeek week = new SampleWeek().lead("G1", "T1").publish();

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void anotherFacilitatorCounts() {
        // given
        SampleWeek week = new SampleWeek().lead("G1", "T1").publish().lead("G1", "T2");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(30, points);
    }

    @Test
    void aNewGroupIsNoChange() {
        // given
        SampleWeek week = new SampleWeek().publish().lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek().lead("G1", "T1").publish().lead("G1", "T2");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Group G1 is led by T2 instead of T1."),
                matches.stream().map(Match::explanation).toList());
    }
}
