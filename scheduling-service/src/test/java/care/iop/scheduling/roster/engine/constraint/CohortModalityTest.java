package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.Modality;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortModalityTest {

    private final Constraint rule = new CohortModality();

    @Test
    void thePreferredModalityIsFine() {
        // given
        SampleWeek week =
                new SampleWeek().client("C1", c -> c.prefers(Modality.CBT)).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void anotherModalityCounts() {
        // given
        SampleWeek week =
                new SampleWeek().client("C1", c -> c.prefers(Modality.MI)).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(5, points);
    }

    @Test
    void withoutAPreferenceAnyModalityIsFine() {
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
                new SampleWeek().client("C1", c -> c.prefers(Modality.MI)).seat("C1", "G1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 is in group G1, which follows another modality than preferred."),
                matches.stream().map(Match::explanation).toList());
    }
}
