package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoRoomOverlapTest {

    private final Constraint rule = new NoRoomOverlap();

    @Test
    void oneAfterTheOtherIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .client("C2", c -> c.individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T2", "Tue 10:00-11:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void twoSessionsInOneOfficeCountByTheHour() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .client("C2", c -> c.individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T2", "Tue 09:45-10:45");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0.25, points);
    }

    @Test
    void twoGroupsInOneRoomCountByTheHour() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G2", g -> g.meets("Mon 11:00-13:00"))
                .lead("G1", "T1")
                .lead("G2", "T2");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void twoRoomsAtOnceAreFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .client("C2", c -> c.individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T2", "Tue 09:00-10:00", "O2");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .client("C2", c -> c.individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T2", "Tue 09:45-10:45");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Room O1 is used for Tue 09:00–10:00 and Tue 09:45–10:45 at once."),
                matches.stream().map(Match::explanation).toList());
    }
}
