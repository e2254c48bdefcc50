package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedFacilitatorTest {

    private final Constraint rule = new FixedFacilitator();

    @Test
    void theFixedOneIsFine() {
        // given
        SampleWeek week =
                new SampleWeek().cohort("G1", g -> g.facilitator("T2")).lead("G1", "T2");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void anyoneElseCounts() {
        // given
        SampleWeek week =
                new SampleWeek().cohort("G1", g -> g.facilitator("T2")).lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void anyoneIsFineWhenNobodyIsFixed() {
        // given
        SampleWeek week = new SampleWeek().lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aGroupThatIsNotOpenIsFine() {
        // given
        SampleWeek week = new SampleWeek().cohort("G1", g -> g.facilitator("T2"));

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week =
                new SampleWeek().cohort("G1", g -> g.facilitator("T2")).lead("G1", "T1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Group G1 is led by T1, fixed is T2."),
                matches.stream().map(Match::explanation).toList());
    }
}
