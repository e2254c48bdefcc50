package care.iop.progress.review;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

/**
 * One reason for or against a change of level.
 *
 * @param code capitals and underscores: what a published review names
 * @param sentence in words a clinician can read, with the thresholds that are set
 * @param judge whether the facts meet it
 * @param figures the figures that it looks at, by name; null for what is not known
 */
record Criterion(
        String code,
        Direction direction,
        String sentence,
        Function<ReviewFacts, Standing> judge,
        Function<ReviewFacts, Map<String, BigDecimal>> figures) {

    Finding of(ReviewFacts facts) {
        return new Finding(code, direction, judge.apply(facts), sentence, figures.apply(facts));
    }
}
