package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoContactTest {

    private final Constraint rule = new NoContact();

    @Test
    void apartIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.mustNotMeet("C2"))
                .client("C2", c -> {})
                .seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void togetherCountsWhicheverSideHasSaidSo() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.mustNotMeet("C2"))
                .client("C2", c -> {})
                .seat("C1", "G1")
                .seat("C2", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void bothSidesSayingSoCountOnce() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.mustNotMeet("C2"))
                .client("C2", c -> c.mustNotMeet("C1"))
                .seat("C1", "G1")
                .seat("C2", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void inDifferentGroupsIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.mustNotMeet("C2"))
                .client("C2", c -> {})
                .cohort("G2", g -> {})
                .seat("C1", "G1")
                .seat("C2", "G2");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.mustNotMeet("C2"))
                .client("C2", c -> {})
                .seat("C1", "G1")
                .seat("C2", "G1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Clients C1 and C2 must not meet but are both in group G1."),
                matches.stream().map(Match::explanation).toList());
    }
}
