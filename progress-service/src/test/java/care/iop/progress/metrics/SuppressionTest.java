package care.iop.progress.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tables whose last row and column are the sums. */
class SuppressionTest {

    private static final int BELOW = 11;

    @Test
    void smallCellsAreHiddenAndZeroAndElevenAreNot() {
        // when
        var hidden =
                Suppression.of(new long[][] {{10, 11, 0, 30, 51}, {10, 11, 0, 30, 51}, {20, 22, 0, 60, 102}}, BELOW);

        // then
        assertThat(hidden[0][0]).isTrue();
        assertThat(hidden[0][2]).isFalse();
        assertThat(hidden[0][3]).isFalse();
        assertThat(hidden[2][4]).isFalse();
    }

    @Test
    void nothingIsHiddenWhereNothingIsSmall() {
        // when
        var hidden = Suppression.of(new long[][] {{11, 12, 23}, {13, 0, 13}, {24, 12, 36}}, BELOW);

        // then
        assertThat(Arrays.deepToString(hidden)).doesNotContain("true");
    }

    @Test
    void oneHiddenGroupTakesTheSmallestOtherWithIt() {
        // when
        var hidden = Suppression.of(new long[][] {{5, 5}, {40, 40}, {20, 20}, {65, 65}}, BELOW);

        // then
        assertThat(column(hidden, 0)).containsExactly(true, false, true, false);
    }

    @Test
    void hiddenGroupsThatAreSmallTogetherTakeOneMore() {
        // when
        var hidden = Suppression.of(new long[][] {{3, 3}, {4, 4}, {20, 20}, {30, 30}, {57, 57}}, BELOW);

        // then
        assertThat(column(hidden, 0)).containsExactly(true, true, true, false, false);
    }

    @Test
    void onlyGroupAndTheWholeAreHiddenTogether() {
        // when
        var hidden = Suppression.of(new long[][] {{5, 20, 25}, {5, 20, 25}}, BELOW);

        // then
        assertThat(hidden[0]).containsExactly(true, true, false);
        assertThat(hidden[1]).containsExactly(true, true, false);
    }

    @Test
    void thresholdOfOneHidesNothing() {
        // when
        var hidden = Suppression.of(new long[][] {{1, 2, 3}, {1, 2, 3}}, 1);

        // then
        assertThat(Arrays.deepToString(hidden)).doesNotContain("true");
    }

    /** Whoever knows the visible cells and the sums of each line must find no line with a single unknown, and no small rest. */
    @Test
    void noLineGivesAHiddenCellAway() {
        var random = new Random(7);
        for (int turn = 0; turn < 2000; turn++) {
            // given
            var table = table(random);

            // when
            var hidden = Suppression.of(table, BELOW);

            // then
            for (int row = 0; row < table.length; row++) {
                assertKeepsSecret(table[row], hidden[row]);
            }
            for (int column = 0; column < table[0].length; column++) {
                var at = column;
                assertKeepsSecret(Arrays.stream(table).mapToLong(row -> row[at]).toArray(), column(hidden, column));
            }
        }
    }

    private static void assertKeepsSecret(long[] line, boolean[] hidden) {
        int last = line.length - 1;
        var unknown = new ArrayList<Integer>();
        long sum = 0;
        for (int i = 0; i < line.length; i++) {
            assertThat(line[i] > 0 && line[i] < BELOW && !hidden[i]).isFalse();
            if (hidden[i]) {
                unknown.add(i);
                sum += i < last ? line[i] : 0;
            }
        }
        assertThat(unknown)
                .as(Arrays.toString(line))
                .hasSizeBetween(0, line.length)
                .isNotEqualTo(java.util.List.of(last));
        if (!hidden[last] && !unknown.isEmpty()) {
            assertThat(unknown.size()).as(Arrays.toString(line)).isGreaterThan(1);
            assertThat(sum).as(Arrays.toString(line)).isGreaterThanOrEqualTo(BELOW);
        }
    }

    private static long[][] table(Random random) {
        int rows = 1 + random.nextInt(5);
        int columns = 1 + random.nextInt(4);
        var table = new long[rows + 1][columns + 1];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                long persons = random.nextInt(4) == 0 ? 0 : random.nextInt(40);
                table[row][column] = persons;
                table[row][columns] += persons;
                table[rows][column] += persons;
                table[rows][columns] += persons;
            }
        }
        return table;
    }

    private static boolean[] column(boolean[][] hidden, int column) {
        var flags = new boolean[hidden.length];
        for (int row = 0; row < hidden.length; row++) {
            flags[row] = hidden[row][column];
        }
        return flags;
    }
}
