package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTrackTest {

    private final Constraint rule = new SessionTrack();

    @Test
    void theEdgesOfTheTrackAreFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.prefers("MORNING").individual("I1"))
                .place("I1", "T1", "Tue 12:00-13:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aSessionThatLeavesTheTrackCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.prefers("MORNING").individual("I1"))
                .place("I1", "T1", "Tue 12:15-13:15");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(3, points);
    }

    @Test
    void withoutAPreferenceAnyHourIsFine() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.individual("I1")).place("I1", "T1", "Tue 20:00-21:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.prefers("MORNING").individual("I1"))
                .place("I1", "T1", "Tue 12:15-13:15");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Session I1 of client C1, Tue 12:15–13:15, is outside the preferred track."),
                matches.stream().map(Match::explanation).toList());
    }
}
