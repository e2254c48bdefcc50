package care.iop.progress.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.progress.assessment.Score.NoTotalReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {

    private static final Instrument PHQ9 = new Instruments().find("PHQ-9").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "0 0 0 0 0 0 0 0 0,  0, minimal",
        "1 1 1 1 0 0 0 0 0,  4, minimal",
        "1 1 1 1 1 0 0 0 0,  5, mild",
        "1 1 1 1 1 1 1 1 1,  9, mild",
        "2 1 1 1 1 1 1 1 1, 10, moderate",
        "2 2 2 2 2 1 1 1 1, 14, moderate",
        "2 2 2 2 2 2 1 1 1, 15, moderately-severe",
        "3 2 2 2 2 2 2 2 2, 19, moderately-severe",
        "3 3 2 2 2 2 2 2 2, 20, severe",
        "3 3 3 3 3 3 3 3 3, 27, severe"
    })
    void totalHasItsBandOnBothSidesOfEachEdge(String values, int total, String band) {
        // when
        var score = Score.of(PHQ9, answers(values));

        // then
        assertThat(score).isEqualTo(new Score(total, band, true, false, List.of(), null));
    }

    @ParameterizedTest
    @CsvSource({
        // sum of the answered, times nine, divided by how many they are, rounded half up
        "- 1 1 1 1 1 1 1 1,  9, 1",
        "- 1 1 1 1 1 1 1 0,  8, 1",
        "- 2 1 1 1 1 1 1 0,  9, 1",
        "- 1 1 1 1 0 0 0 0,  5, 1",
        "- - 1 1 1 1 0 0 1,  6, 1 2",
        "- - 1 1 1 0 0 0 1,  5, 1 2",
        "- - 3 3 3 3 3 3 3, 27, 1 2",
        "- - 0 0 0 0 0 0 0,  0, 1 2"
    })
    void meanStandsInForOneOrTwoLeftOutItems(String values, int total, String missing) {
        // when
        var score = Score.of(PHQ9, answers(values));

        // then
        assertThat(score.total()).isEqualTo(total);
        assertThat(score.prorated()).isTrue();
        assertThat(score.complete()).isFalse();
        assertThat(score.missingItems()).containsExactly(missing.split(" "));
    }

    @Test
    void exactHalfIsRoundedUp() {
        // given 4 of 8 answered points: 4.5
        var answers = answers("- 1 1 1 1 0 0 0 0");

        // when
        var score = Score.of(PHQ9, answers);

        // then
        assertThat(score.total()).isEqualTo(5);
        assertThat(score.band()).isEqualTo("mild");
    }

    @Test
    void threeLeftOutItemsGiveNoTotal() {
        // when
        var score = Score.of(PHQ9, answers("- - - 3 3 3 3 3 3"));

        // then
        assertThat(score)
                .isEqualTo(new Score(
                        null, null, false, false, List.of("1", "2", "3"), NoTotalReason.TOO_MANY_ITEMS_MISSING));
    }

    @Test
    void withoutTheSafetyItemThereIsNoTotal() {
        // when
        var score = Score.of(PHQ9, answers("3 3 3 3 3 3 3 3 -"));

        // then
        assertThat(score)
                .isEqualTo(new Score(null, null, false, false, List.of("9"), NoTotalReason.SAFETY_ITEM_MISSING));
    }

    @Test
    void leftOutSafetyItemIsNamedBeforeTheNumberOfLeftOutItems() {
        // when
        var score = Score.of(PHQ9, answers("- - - - 3 3 3 3 -"));

        // then
        assertThat(score.noTotalBecause()).isEqualTo(NoTotalReason.SAFETY_ITEM_MISSING);
    }

    @Test
    void difficultyIsNeverCounted() {
        // given
        var answers =
                new Answers(Map.of("1", 1, "2", 1, "3", 1, "4", 1, "5", 1, "6", 1, "7", 1, "8", 1, "9", 0, "10", 3));

        // when
        var score = Score.of(PHQ9, answers);

        // then
        assertThat(score.total()).isEqualTo(8);
        assertThat(score.complete()).isTrue();
    }

    private static Answers answers(String values) {
        var answers = new HashMap<String, Integer>();
        var given = values.split(" ", -1);
        for (int i = 0; i < given.length; i++) {
            if (!given[i].equals("-")) {
                answers.put(String.valueOf(i + 1), Integer.valueOf(given[i]));
            }
        }
        return new Answers(answers);
    }
}
