package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortTraumaTrackTest {

    private final Constraint rule = new CohortTraumaTrack();

    @Test
    void aTraumaClientIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.trauma())
                .cohort("G1", g -> g.traumaTrack())
                .seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void anyoneElseCounts() {
        // given
        SampleWeek week = new SampleWeek().cohort("G1", g -> g.traumaTrack()).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aTraumaClientInAnotherGroupIsFine() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.trauma()).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek().cohort("G1", g -> g.traumaTrack()).seat("C1", "G1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 is in trauma-track group G1 without being a trauma client."),
                matches.stream().map(Match::explanation).toList());
    }
}
