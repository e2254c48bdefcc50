package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoClinicianOverlapTest {

    private final Constraint rule = new NoClinicianOverlap();

    @Test
    void sessionsThatTouchAreFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .client("C2", c -> c.individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T1", "Tue 10:00-11:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void sessionsThatOverlapCountByTheHour() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .client("C2", c -> c.individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T1", "Tue 09:30-10:30");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0.5, points);
    }

    @Test
    void aSessionDuringTheOwnGroupCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .lead("G1", "T1")
                .place("I1", "T1", "Mon 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void twoCliniciansAtOnceAreFine() {
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
                .client("C1", c -> c.individual("I1"))
                .client("C2", c -> c.individual("I2"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .place("I2", "T1", "Tue 09:30-10:30");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Clinician T1 has Tue 09:00–10:00 and Tue 09:30–10:30 at once."),
                matches.stream().map(Match::explanation).toList());
    }
}
