package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContinuityTest {

    private final Constraint rule = new Continuity();

    @Test
    void thePrimaryTherapistIsFine() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.individual("I1")).place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void anyoneElseCounts() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.individual("I1")).place("I1", "T2", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(20, points);
    }

    @Test
    void aFamilySessionMayBeWithAnyone() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.session("F1", SessionKind.FAMILY, 60))
                .place("F1", "T2", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void withoutAPrimaryTherapistAnyoneIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.primary(null).individual("I1"))
                .place("I1", "T2", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.individual("I1")).place("I1", "T2", "Tue 09:00-10:00");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Session I1 of client C1 is with T2 instead of the primary therapist."),
                matches.stream().map(Match::explanation).toList());
    }
}
