package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.Severity;
import java.util.Optional;

/** AL-WD: CIWA-Ar or COWS finds withdrawal, or one of its answers does whatever the points are. */
final class WithdrawalObserved implements Rule<ResultFacts> {

    private final AlertPolicy.Withdrawal policy;

    WithdrawalObserved(AlertPolicy policy) {
        this.policy = policy.withdrawal();
    }

    @Override
    public AlertRule id() {
        return AlertRule.AL_WD;
    }

    @Override
    public String sentence() {
        return ("CIWA-Ar has %d points or more (critical from %d), or COWS %d or more (critical from %d). Complicated withdrawal"
                        + " is critical, and hallucinations or disorientation are high, whatever the points.")
                .formatted(
                        policy.alcoholHigh(), policy.alcoholCritical(), policy.opioidHigh(), policy.opioidCritical());
    }

    @Override
    public Optional<Verdict> of(ResultFacts facts) {
        return severityOf(facts).flatMap(severity -> calls(severity, null));
    }

    private Optional<Severity> severityOf(ResultFacts facts) {
        if (facts.isOf("COWS")) {
            return Grade.of(facts.certainPoints(), policy.opioidHigh(), policy.opioidCritical());
        }
        if (!facts.isOf("CIWA-AR")) {
            return Optional.empty();
        }
        if (facts.isFlagged("COMPLICATED_WITHDRAWAL")) {
            return Optional.of(Severity.CRITICAL);
        }
        return Grade.of(facts.certainPoints(), policy.alcoholHigh(), policy.alcoholCritical())
                .or(() -> facts.isFlagged("HALLUCINATIONS") || facts.isFlagged("DISORIENTATION")
                        ? Optional.of(Severity.HIGH)
                        : Optional.empty());
    }
}
