package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.AlertSignal;
import care.iop.progress.alert.Severity;
import java.util.Optional;

/** AL-SIL: a person in treatment is silent. */
final class NothingHeard implements Rule<SilenceFacts> {

    private final AlertPolicy.Silence policy;

    NothingHeard(AlertPolicy policy) {
        this.policy = policy.silence();
    }

    @Override
    public AlertRule id() {
        return AlertRule.AL_SIL;
    }

    @Override
    public String sentence() {
        return "No check-in for %d days: low. No check-in, no session attended and nothing answered for %d days: high."
                .formatted(policy.withoutCheckIn(), policy.withoutContact());
    }

    @Override
    public Optional<Verdict> of(SilenceFacts facts) {
        if (facts.daysSinceContact() >= policy.withoutContact()) {
            return calls(Severity.HIGH, AlertSignal.NO_CONTACT);
        }
        return facts.daysSinceCheckIn() >= policy.withoutCheckIn()
                ? calls(Severity.LOW, AlertSignal.NO_CHECK_IN)
                : Optional.empty();
    }
}
