package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class RightRoomTest {

    private final Constraint rule = new RightRoom();

    @Test
    void anOfficeForASessionAndAGroupRoomForAGroupAreFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00", "O1")
                .lead("G1", "T1", "R1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aSessionInAGroupRoomCounts() {
        // given
        SampleWeek week =
                new SampleWeek().client("C1", c -> c.individual("I1")).place("I1", "T1", "Tue 09:00-10:00", "R1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aSessionWithoutARoomCounts() {
        // given
        SampleWeek week =
                new SampleWeek().client("C1", c -> c.individual("I1")).place("I1", "T1", "Tue 09:00-10:00", null);

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aTelehealthSessionNeedsNone() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.telehealth().individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00", null);

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachBlockInAnOfficeCounts() {
        // given
        SampleWeek week = new SampleWeek().lead("G1", "T1", "O1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(3, points);
    }

    @Test
    void eachBlockWithoutARoomCounts() {
        // given
        SampleWeek week = new SampleWeek().lead("G1", "T1", null);

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(3, points);
    }

    @Test
    void aVideoGroupNeedsNone() {
        // given
        SampleWeek week = new SampleWeek().cohort("G1", g -> g.tele()).lead("G1", "T1", null);

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek().lead("G1", "T1", "O1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Group G1 has no group room for 3 of its blocks."),
                matches.stream().map(Match::explanation).toList());
    }
}
