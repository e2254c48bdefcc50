package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.AlertSignal;
import care.iop.progress.alert.Severity;
import java.util.Optional;

/** AL-ATT, hours: a week at level 2.1 had fewer hours than the level asks for, once all of its sessions are marked. */
final class HoursBelowMinimum implements Rule<WeekFacts> {

    private static final String INTENSIVE_OUTPATIENT = "2.1";
    private static final int MINUTES_PER_HOUR = 60;

    private final AlertPolicy.Attendance policy;

    HoursBelowMinimum(AlertPolicy policy) {
        this.policy = policy.attendance();
    }

    @Override
    public AlertRule id() {
        return AlertRule.AL_ATT;
    }

    @Override
    public String sentence() {
        return "The last whole week at level 2.1 had fewer than %s hours of treatment."
                .formatted(String.valueOf(policy.minimumMinutes() / (double) MINUTES_PER_HOUR)
                        .replaceAll("\\.0$", ""));
    }

    @Override
    public Optional<Verdict> of(WeekFacts facts) {
        return facts.levelOfCare().equals(INTENSIVE_OUTPATIENT)
                        && facts.unmarkedUnits() == 0
                        && facts.deliveredMinutes() < policy.minimumMinutes()
                ? calls(Severity.MEDIUM, AlertSignal.HOURS_BELOW_MINIMUM)
                : Optional.empty();
    }
}
