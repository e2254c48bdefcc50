package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionUnassignedTest {

    private final Constraint rule = new SessionUnassigned();

    @Test
    void aPlacedSessionIsFine() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.individual("I1")).place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void anUnplacedOneCountsByHoursAndPriority() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.priority(2).session("F1", SessionKind.FAMILY, 90));

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(3, points);
    }

    @Test
    void aQuarterHourCountsAQuarter() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.session("M1", SessionKind.MEDICATION, 15));

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0.25, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.priority(2).session("F1", SessionKind.FAMILY, 90));

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("The FAMILY session F1 of client C1, priority 2, is not placed."),
                matches.stream().map(Match::explanation).toList());
    }
}
