package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.AlertSignal;
import care.iop.progress.alert.Severity;
import java.util.Optional;

/** AL-SUI-3: a person says that they are not safe now. Nothing is weighed: saying it is enough. */
final class NotSafe implements Rule<NotSafe.Said> {

    /** That it was said. */
    record Said() {}

    @Override
    public AlertRule id() {
        return AlertRule.AL_SUI_3;
    }

    @Override
    public String sentence() {
        return "A person says that they are not safe now: critical. They see 988 and 911 at once.";
    }

    @Override
    public Optional<Verdict> of(Said facts) {
        return calls(Severity.CRITICAL, AlertSignal.NOT_SAFE_NOW);
    }
}
