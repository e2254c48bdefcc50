package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import java.util.Optional;

/** AL-SUI-1: item 9 of PHQ-9 is above "not at all", at any total and on incomplete forms. */
final class SuicidalThoughtsReported implements Rule<ResultFacts> {

    private final AlertPolicy.SuicidalThoughts policy;

    SuicidalThoughtsReported(AlertPolicy policy) {
        this.policy = policy.suicidalThoughts();
    }

    @Override
    public AlertRule id() {
        return AlertRule.AL_SUI_1;
    }

    @Override
    public String sentence() {
        return "Item 9 of PHQ-9 is %d or more, whatever the total; critical from %d. Assess suicide risk the same day."
                .formatted(policy.high(), policy.critical());
    }

    @Override
    public Optional<Verdict> of(ResultFacts facts) {
        if (!facts.isOf("PHQ-9")) {
            return Optional.empty();
        }
        return facts.answerTo("9")
                .flatMap(answer -> Grade.of(answer, policy.high(), policy.critical()))
                .flatMap(severity -> calls(severity, null));
    }
}
