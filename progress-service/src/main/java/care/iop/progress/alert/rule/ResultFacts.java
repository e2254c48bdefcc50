package care.iop.progress.alert.rule;

import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.Score;
import care.iop.chassis.instrument.SexAtBirth;
import java.util.Map;
import java.util.Optional;

/**
 * What an answered instrument says, for the rules.
 *
 * @param certainPoints the points of the answers that were given, whatever is missing
 * @param deteriorated whether it is worse than the episode's baseline by the instrument's primary criterion of change
 * @param subscalesBefore the points of the subscales of the result before, by their codes
 */
public record ResultFacts(
        String instrument,
        Answers answers,
        Score score,
        int certainPoints,
        boolean deteriorated,
        Map<String, Integer> subscalesBefore) {

    public ResultFacts {
        subscalesBefore = Map.copyOf(subscalesBefore);
    }

    /** The facts of these answers alone. */
    public static ResultFacts of(InstrumentDefinition instrument, Answers answers) {
        return new ResultFacts(
                instrument.code(),
                answers,
                Score.of(instrument, answers, SexAtBirth.UNKNOWN),
                instrument.certainPoints(answers),
                false,
                Map.of());
    }

    /** The same facts with what came before. */
    public ResultFacts after(boolean deteriorated, Map<String, Integer> subscalesBefore) {
        return new ResultFacts(instrument, answers, score, certainPoints, deteriorated, subscalesBefore);
    }

    boolean isOf(String code) {
        return instrument.equals(code);
    }

    Optional<Integer> answerTo(String item) {
        return Optional.ofNullable(answers.byItem().get(item));
    }

    boolean isFlagged(String safetyCode) {
        return score.safetyFlags().stream().anyMatch(flag -> flag.code().equals(safetyCode));
    }
}
