package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionMovedTest {

    private final Constraint rule = new SessionMoved();

    @Test
    void whatStaysCostsNothing() {
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
    void anotherTimeCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .publish()
                .place("I1", "T1", "Tue 09:15-10:15");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(15, points);
    }

    @Test
    void anotherClinicianAtTheSameTimeIsNoMove() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .publish()
                .place("I1", "T2", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void whatHadNoPlaceMovesNot() {
        // given
        SampleWeek week =
                new SampleWeek().client("C1", c -> c.individual("I1")).publish().place("I1", "T1", "Tue 09:00-10:00");

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
                .without("I1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Session I1 of client C1 moves from Tue 09:00–10:00 to nowhere."),
                matches.stream().map(Match::explanation).toList());
    }
}
