package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraumaPreferenceTest {

    private final Constraint rule = new TraumaPreference();

    @Test
    void aTraumaTrackGroupIsFine() {
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
    void anotherGroupCounts() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.trauma()).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(12, points);
    }

    @Test
    void clientsWithoutTraumaAreNotAsked() {
        // given
        SampleWeek week = new SampleWeek().seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void withoutAGroupNothingCounts() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.trauma());

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.trauma()).seat("C1", "G1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Trauma client C1 is in group G1, which is not on the trauma track."),
                matches.stream().map(Match::explanation).toList());
    }
}
