package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.AlertSignal;
import care.iop.progress.alert.Severity;
import java.util.Optional;
import java.util.Set;

/** AL-DET: scores got worse by more than chance, or the BAM finds much risk or little protection. */
final class ScoreDeteriorated implements Rule<ResultFacts> {

    private static final Set<String> JUDGED_BY_CHANGE = Set.of("PHQ-9", "GAD-7", "PCL-5");
    private static final Set<String> BAM = Set.of("BAM-30", "BAM-7");

    private final AlertPolicy.Deterioration policy;

    ScoreDeteriorated(AlertPolicy policy) {
        this.policy = policy.deterioration();
    }

    @Override
    public AlertRule id() {
        return AlertRule.AL_DET;
    }

    @Override
    public String sentence() {
        return ("PHQ-9, GAD-7 or PCL-5 is reliably worse than at the beginning, or Risk of the BAM is %d or more or has risen by"
                        + " %d, or Protective is %d or less. Review the plan within 7 days.")
                .formatted(policy.riskFrom(), policy.riskRise(), policy.protectionTo());
    }

    @Override
    public Optional<Verdict> of(ResultFacts facts) {
        if (JUDGED_BY_CHANGE.contains(facts.instrument())) {
            return facts.deteriorated() ? calls(Severity.MEDIUM, AlertSignal.RELIABLE_DETERIORATION) : Optional.empty();
        }
        return BAM.contains(facts.instrument()) ? ofBam(facts) : Optional.empty();
    }

    private Optional<Verdict> ofBam(ResultFacts facts) {
        var risk = facts.score().pointsOf("RISK");
        var before = facts.subscalesBefore().get("RISK");
        if (risk.filter(points -> points >= policy.riskFrom()).isPresent()) {
            return calls(Severity.MEDIUM, AlertSignal.RISK_HIGH);
        }
        if (risk.filter(points -> before != null && points - before >= policy.riskRise())
                .isPresent()) {
            return calls(Severity.MEDIUM, AlertSignal.RISK_RISE);
        }
        return facts.score()
                .pointsOf("PROTECTIVE")
                .filter(points -> points <= policy.protectionTo())
                .flatMap(points -> calls(Severity.MEDIUM, AlertSignal.PROTECTION_LOW));
    }
}
