package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.AlertSignal;
import care.iop.progress.alert.Severity;
import java.util.Optional;

/** AL-RPP: a warning sign of the person's own relapse-prevention plan, as loud as the person agreed. */
final class OwnWarningSign implements Rule<OwnWarning> {

    @Override
    public AlertRule id() {
        return AlertRule.AL_RPP;
    }

    @Override
    public String sentence() {
        return "A check-in shows a warning sign of the person's own relapse-prevention plan, and the person agreed that the team"
                + " hears of it: a notice is low, an alert medium, an urgent one high. The other rules go on whatever was agreed.";
    }

    @Override
    public Optional<Verdict> of(OwnWarning facts) {
        return switch (facts.level()) {
            case NOBODY -> Optional.empty();
            case NOTICE -> calls(Severity.LOW, AlertSignal.WARNING_SIGN);
            case ALERT -> calls(Severity.MEDIUM, AlertSignal.WARNING_SIGN);
            case URGENT -> calls(Severity.HIGH, AlertSignal.WARNING_SIGN);
        };
    }
}
