package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.AlertSignal;
import care.iop.progress.alert.Severity;
import java.util.Optional;

/** AL-ATT, sessions: a person doesn't come. Sessions that were excused or canceled neither count nor end a row. */
final class SessionMissed implements Rule<NoShowFacts> {

    private final AlertPolicy.Attendance policy;

    SessionMissed(AlertPolicy policy) {
        this.policy = policy.attendance();
    }

    @Override
    public AlertRule id() {
        return AlertRule.AL_ATT;
    }

    @Override
    public String sentence() {
        return ("A session of the last %d days was missed without notice: reach out within 24 hours. %d in a row are high, %d a"
                        + " risk of dropping out.")
                .formatted(policy.daysBack(), policy.consecutive(), policy.dropoutRisk());
    }

    @Override
    public Optional<Verdict> of(NoShowFacts facts) {
        if (facts.daysAgo() > policy.daysBack() || facts.inARow() == 0) {
            return Optional.empty();
        }
        if (facts.inARow() >= policy.dropoutRisk()) {
            return calls(Severity.HIGH, AlertSignal.DROPOUT_RISK);
        }
        return facts.inARow() >= policy.consecutive()
                ? calls(Severity.HIGH, AlertSignal.CONSECUTIVE_NO_SHOWS)
                : calls(Severity.MEDIUM, AlertSignal.NO_SHOW);
    }
}
