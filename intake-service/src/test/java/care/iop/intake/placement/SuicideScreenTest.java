package care.iop.intake.placement;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.Instruments;
import care.iop.chassis.instrument.Score;
import care.iop.chassis.instrument.SexAtBirth;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The placement rules and the instrument of the chassis mean the same by the same answers to the C-SSRS screener. */
class SuicideScreenTest {

    private static final List<String> ITEMS = List.of("1", "2", "3", "4", "5", "6", "6-recent");
    private static final int WAYS_TO_ANSWER = 3;

    private final InstrumentDefinition screener =
            new Instruments().find("C-SSRS").orElseThrow();

    @Test
    void everyCombinationOfAnswersHasOneMeaning() {
        int combinations = (int) Math.pow(WAYS_TO_ANSWER, ITEMS.size());
        for (int combination = 1; combination < combinations; combination++) {
            // given yes, no or no answer to each question
            var answers = new Boolean[ITEMS.size()];
            var byItem = new HashMap<String, Integer>();
            for (int item = 0, rest = combination; item < answers.length; item++, rest /= WAYS_TO_ANSWER) {
                if (rest % WAYS_TO_ANSWER != 0) {
                    answers[item] = rest % WAYS_TO_ANSWER == 2;
                    byItem.put(ITEMS.get(item), answers[item] ? 1 : 0);
                }
            }
            var screen = new SuicideScreen(
                    LocalDate.of(2026, 9, 1),
                    answers[0],
                    answers[1],
                    answers[2],
                    answers[3],
                    answers[4],
                    answers[5],
                    answers[6]);

            // when
            var score = Score.of(screener, Answers.of(screener, byItem), SexAtBirth.UNKNOWN);

            // then
            var band = score.band() == null ? score.bandAtLeast() : score.band();
            assertThat(band)
                    .as("level of %s", byItem)
                    .isEqualTo(screen.risk().name().toLowerCase(Locale.ROOT));
            assertThat(score.complete())
                    .as("completeness of %s", byItem)
                    .isEqualTo(screen.missing().isEmpty());
            assertThat(score.flags().stream().anyMatch(flag -> flag.code().equals("INCONSISTENT_ANSWERS")))
                    .as("contradiction in %s", byItem)
                    .isEqualTo(screen.contradictsItself());
        }
    }
}
