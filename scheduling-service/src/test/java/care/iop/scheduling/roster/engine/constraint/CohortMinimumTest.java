package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortMinimumTest {

    private final Constraint rule = new CohortMinimum();

    @Test
    void theMinimumIsEnough() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.minSize(1))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachMissingMemberCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.minSize(3))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(16, points);
    }

    @Test
    void aGroupThatIsNotOpenIsFine() {
        // given
        SampleWeek week = new SampleWeek().cohort("G1", g -> g.minSize(3));

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.minSize(3))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Group G1 is 2 short of its minimum of 3 members."),
                matches.stream().map(Match::explanation).toList());
    }
}
