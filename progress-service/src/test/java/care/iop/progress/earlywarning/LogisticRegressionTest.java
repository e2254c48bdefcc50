package care.iop.progress.earlywarning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    @Test
    void oneYesOrNoNumberGivesTheOddsThatCanBeCounted() {
        // given of 400 with a 0, 100 happened; of 400 with a 1, 300
        var rows = new double[800][1];
        var happened = new boolean[800];
        for (int i = 0; i < 800; i++) {
            rows[i][0] = i < 400 ? 0 : 1;
            happened[i] = i % 400 < (i < 400 ? 100 : 300);
        }

        // when
        var fitted = LogisticRegression.fit(rows, happened);

        // then
        assertThat(fitted.probability(new double[] {0})).isCloseTo(0.25, within(0.005));
        assertThat(fitted.probability(new double[] {1})).isCloseTo(0.75, within(0.005));
    }

    @Test
    void weightsOfAKnownModelAreFound() {
        // given
        var random = new Random(1);
        var rows = new double[20_000][2];
        var happened = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = 3 + 2 * random.nextGaussian();
            rows[i][1] = random.nextGaussian();
            double logit = -1 + 0.8 * (rows[i][0] - 3) / 2 - 0.5 * rows[i][1];
            happened[i] = random.nextDouble() < 1 / (1 + Math.exp(-logit));
        }

        // when
        var fitted = LogisticRegression.fit(rows, happened);

        // then
        assertThat(fitted.intercept()).isCloseTo(-1, within(0.06));
        assertThat(fitted.weights().get(0)).isCloseTo(0.8, within(0.06));
        assertThat(fitted.weights().get(1)).isCloseTo(-0.5, within(0.06));
        assertThat(LogisticRegression.fit(rows, happened)).isEqualTo(fitted);
    }

    @Test
    void numberThatNeverDiffersAddsNothing() {
        // given
        var rows = new double[][] {{1, 7}, {2, 7}, {3, 7}, {4, 7}};

        // when
        var fitted = LogisticRegression.fit(rows, new boolean[] {false, true, false, true});

        // then
        assertThat(fitted.weights().get(1)).isCloseTo(0, within(1e-9));
        assertThat(fitted.contributions(new double[] {2.5, 9})[1]).isCloseTo(0, within(1e-9));
    }
}
