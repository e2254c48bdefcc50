package care.iop.progress.earlywarning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvaluationTest {

    @Test
    void tenPeopleAreCountedByHand() {
        // given probabilities 0.05, 0.15, … 0.95; the three most likely dropped out
        var said = new double[10];
        var happened = new boolean[10];
        for (int i = 0; i < 10; i++) {
            said[i] = 0.05 + i / 10.0;
            happened[i] = i >= 7;
        }

        // when
        var evaluation = Evaluation.of(said, happened, 0.3);

        // then
        assertThat(evaluation.people()).isEqualTo(10);
        assertThat(evaluation.droppedOut()).isEqualTo(3);
        assertThat(evaluation.reliability()).hasSize(10);
        assertThat(evaluation.reliability().get(0).said()).isCloseTo(0.05, within(1e-9));
        assertThat(evaluation.reliability().get(9).happened()).isEqualTo(1);
        var half = evaluation.budget().get(6);
        assertThat(half.from()).isEqualTo(0.5);
        assertThat(half.warningsByHundred()).isEqualTo(50);
        assertThat(half.right()).isEqualTo(0.6);
        assertThat(half.found()).isEqualTo(1);
        assertThat(evaluation.brierScore())
                .isCloseTo(
                        (0.0025 + 0.0225 + 0.0625 + 0.1225 + 0.2025 + 0.3025 + 0.4225 + 0.0625 + 0.0225 + 0.0025) / 10,
                        within(1e-9));
        assertThat(evaluation.brierScoreOfTheRate()).isCloseTo(0.21, within(1e-9));
    }

    @Test
    void nobodyWarnedAndNobodyDroppedOutIsNoDivisionByZero() {
        // when
        var evaluation = Evaluation.of(new double[] {0.01}, new boolean[] {false}, 0.1);

        // then
        assertThat(evaluation.budget()).allSatisfy(threshold -> {
            assertThat(threshold.right()).isZero();
            assertThat(threshold.found()).isZero();
        });
    }
}
