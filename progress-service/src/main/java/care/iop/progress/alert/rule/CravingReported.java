package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.AlertSignal;
import care.iop.progress.alert.Severity;
import java.util.Optional;

/** AL-CRV: craving is strong, rises over the person's own median, or lasts. */
final class CravingReported implements Rule<DayFacts> {

    private final AlertPolicy.Craving policy;
    private final int reportsForMedian;

    CravingReported(AlertPolicy policy) {
        this.policy = policy.craving();
        this.reportsForMedian = policy.reportsForMedian();
    }

    @Override
    public AlertRule id() {
        return AlertRule.AL_CRV;
    }

    @Override
    public String sentence() {
        return ("Craving is %d or more (high from %d), or %d or more above the median of the 7 days before (of %d reports at"
                        + " least), or %d or more on %d days in a row.")
                .formatted(
                        policy.medium(),
                        policy.high(),
                        policy.rise(),
                        reportsForMedian,
                        policy.lasting(),
                        policy.lastingDays());
    }

    @Override
    public Optional<Verdict> of(DayFacts facts) {
        if (facts.craving() >= policy.high()) {
            return calls(Severity.HIGH, AlertSignal.CRAVING_HIGH);
        }
        if (facts.craving() >= policy.medium()) {
            return calls(Severity.MEDIUM, AlertSignal.CRAVING_HIGH);
        }
        if (facts.cravingLasts(policy.lasting(), policy.lastingDays())) {
            return calls(Severity.MEDIUM, AlertSignal.CRAVING_LASTING);
        }
        var median = facts.medianBefore(DayFacts.Earlier::craving, reportsForMedian);
        return median.isPresent() && facts.craving() - median.getAsDouble() >= policy.rise()
                ? calls(Severity.MEDIUM, AlertSignal.CRAVING_RISE)
                : Optional.empty();
    }
}
