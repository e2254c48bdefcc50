package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortCapacityTest {

    private final Constraint rule = new CohortCapacity();

    @Test
    void theLastSeatIsASeat() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C2", c -> {})
                .cohort("G1", g -> g.capacity(2))
                .seat("C1", "G1")
                .seat("C2", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachMemberMoreThanSeatsCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C2", c -> {})
                .cohort("G1", g -> g.capacity(1))
                .seat("C1", "G1")
                .seat("C2", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C2", c -> {})
                .cohort("G1", g -> g.capacity(1))
                .seat("C1", "G1")
                .seat("C2", "G1")
                .lead("G1", "T1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Group G1 has 2 members, seats are 1."),
                matches.stream().map(Match::explanation).toList());
    }
}
