package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortTrackTest {

    private final Constraint rule = new CohortTrack();

    @Test
    void thePreferredTrackIsFine() {
        // given
        SampleWeek week =
                new SampleWeek().client("C1", c -> c.prefers("MORNING")).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void anotherTrackCounts() {
        // given
        SampleWeek week =
                new SampleWeek().client("C1", c -> c.prefers("EVENING")).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(10, points);
    }

    @Test
    void withoutAPreferenceAnyTrackIsFine() {
        // given
        SampleWeek week = new SampleWeek().seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week =
                new SampleWeek().client("C1", c -> c.prefers("EVENING")).seat("C1", "G1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 is in group G1, which is on another track than preferred."),
                matches.stream().map(Match::explanation).toList());
    }
}
