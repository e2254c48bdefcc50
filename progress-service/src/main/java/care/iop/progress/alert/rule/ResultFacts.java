package care.iop.progress.alert.rule;

import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.Score;
import care.iop.chassis.instrument.SexAtBirth;
import java.util.Optional;

/**
 * What an answered instrument says, for the rules.
 *
 * @param certainPoints the points of the answers that were given, whatever is missing
 */
public record ResultFacts(String instrument, Answers answers, Score score, int certainPoints) {

    /** The facts of these answers. */
    public static ResultFacts of(InstrumentDefinition instrument, Answers answers) {
        return new ResultFacts(
                instrument.code(),
                answers,
                Score.of(instrument, answers, SexAtBirth.UNKNOWN),
                instrument.certainPoints(answers));
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
