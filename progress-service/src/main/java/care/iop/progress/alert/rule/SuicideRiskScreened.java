package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.Severity;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * AL-SUI-2: the Columbia screener finds a risk. An incomplete form counts with the level that its answers reach already. That
 * the lower levels call somebody too is our own policy, for a clinical owner to confirm.
 */
final class SuicideRiskScreened implements Rule<ResultFacts> {

    private static final Map<String, Severity> SEVERITY_OF_LEVEL =
            Map.of("low", Severity.MEDIUM, "moderate", Severity.HIGH, "high", Severity.CRITICAL);

    @Override
    public AlertRule id() {
        return AlertRule.AL_SUI_2;
    }

    @Override
    public String sentence() {
        return "The level of the C-SSRS screener is high: critical, immediate human contact, safety plan, 988 or 911."
                + " Moderate is high, low is medium.";
    }

    @Override
    public Optional<Verdict> of(ResultFacts facts) {
        if (!facts.isOf("C-SSRS")) {
            return Optional.empty();
        }
        var score = facts.score();
        var level = score.band() == null ? score.bandAtLeast() : score.band();
        return Optional.ofNullable(SEVERITY_OF_LEVEL.get(Objects.requireNonNullElse(level, "none")))
                .flatMap(severity -> calls(severity, null));
    }
}
