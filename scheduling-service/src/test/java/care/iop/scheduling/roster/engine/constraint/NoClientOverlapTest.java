package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoClientOverlapTest {

    private final Constraint rule = new NoClientOverlap();

    @Test
    void appointmentsThatTouchAreFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1").individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T2", "Tue 10:00-11:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void appointmentsThatOverlapCountByTheHour() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1").individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T2", "Tue 09:45-10:45");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0.25, points);
    }

    @Test
    void aSessionDuringTheGroupCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T2", "Mon 11:00-12:00")
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void twoClientsAtOnceAreFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .client("C2", c -> c.individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T2", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1").individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T2", "Tue 09:45-10:45");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 has Tue 09:00–10:00 and Tue 09:45–10:45 at once."),
                matches.stream().map(Match::explanation).toList());
    }
}
