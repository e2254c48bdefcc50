package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClinicianChangedTest {

    private final Constraint rule = new ClinicianChanged();

    @Test
    void whoStaysCostsNothing() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .publish();

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void anotherClinicianAtTheSameTimeCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .publish()
                .place("I1", "T2", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(10, points);
    }

    @Test
    void aMovedSessionIsChargedAsMovedOnly() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .publish()
                .place("I1", "T2", "Wed 09:00-10:00");

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
                .place("I1", "T1", "Tue 09:00-10:00")
                .publish()
                .place("I1", "T2", "Tue 09:00-10:00");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Session I1 of client C1 changes from clinician T1."),
                matches.stream().map(Match::explanation).toList());
    }
}
