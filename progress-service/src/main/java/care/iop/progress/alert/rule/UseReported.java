package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.AlertSignal;
import care.iop.progress.alert.Severity;
import java.util.Optional;
import java.util.Set;

/** AL-USE: a person says that they used. */
final class UseReported implements Rule<DayFacts> {

    private static final Set<Substance> DANGEROUS_TOGETHER = Set.of(Substance.ALCOHOL, Substance.BENZODIAZEPINES);

    @Override
    public AlertRule id() {
        return AlertRule.AL_USE;
    }

    @Override
    public String sentence() {
        return "Any use is reported: reach out, never punish. Opioids, or benzodiazepines with alcohol, are high: check for"
                + " overdose and naloxone.";
    }

    @Override
    public Optional<Verdict> of(DayFacts facts) {
        if (!facts.substanceUse()) {
            return Optional.empty();
        }
        var used = facts.substances();
        return used.contains(Substance.OPIOIDS) || used.containsAll(DANGEROUS_TOGETHER)
                ? calls(Severity.HIGH, AlertSignal.OVERDOSE_RISK)
                : calls(Severity.MEDIUM, AlertSignal.USE_REPORTED);
    }
}
