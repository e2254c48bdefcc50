package care.iop.progress.assessment;

import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.progress.alert.RaiseAlert;
import care.iop.progress.alert.ReconsiderAlerts;
import care.iop.progress.alert.rule.ResultFacts;
import care.iop.progress.alert.rule.Rules;
import care.iop.progress.alert.rule.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Lets the alert rules look at a result and at what came before it. */
@ApplicationScoped
class JudgeResult {

    private final OfferedInstruments instruments;
    private final AssessmentResults results;
    private final Baselines baselines;
    private final CompareScores compareScores;
    private final Rules rules;
    private final RaiseAlert raiseAlert;
    private final ReconsiderAlerts reconsiderAlerts;

    JudgeResult(
            OfferedInstruments instruments,
            AssessmentResults results,
            Baselines baselines,
            CompareScores compareScores,
            Rules rules,
            RaiseAlert raiseAlert,
            ReconsiderAlerts reconsiderAlerts) {
        this.instruments = instruments;
        this.results = results;
        this.baselines = baselines;
        this.compareScores = compareScores;
        this.rules = rules;
        this.raiseAlert = raiseAlert;
        this.reconsiderAlerts = reconsiderAlerts;
    }

    /** Calls a human, in the caller's transaction, when a rule says so. */
    void judge(AssessmentResult result) {
        raise(result, verdicts(result));
    }

    /**
     * Judges anew after a correction or a void: the correction in place of what it corrects, nothing in place of a void result,
     * and the later results of the episode, for which the beginning or the one before may be another now. Alerts that would
     * not be raised any more are marked and stay open; what no alert stands for calls a human, of the later results only the
     * last one.
     */
    void judgeAnew(AssessmentResult changed) {
        raise(changed, reconsider(changed));
        var later = changed.admissionId() == null ? List.<AssessmentResult>of() : results.after(changed);
        for (int i = 0; i < later.size(); i++) {
            var result = later.get(i);
            var missing = reconsider(result);
            if (i == later.size() - 1) {
                raise(result, missing);
            }
        }
    }

    /** Looks at the alerts of all its versions, and tells what none of them stands for. */
    private List<Verdict> reconsider(AssessmentResult result) {
        return reconsiderAlerts.reconsider(results.versionsOf(result), result.counts() ? verdicts(result) : List.of());
    }

    private void raise(AssessmentResult result, List<Verdict> verdicts) {
        verdicts.forEach(
                verdict -> raiseAlert.raise(verdict.about(result.patientId(), result.admissionId(), result.id())));
    }

    private List<Verdict> verdicts(AssessmentResult result) {
        var facts = ResultFacts.of(definitionOf(result), result.answers())
                .after(
                        compareScores.isDeteriorated(baselines.of(result).orElse(null), result),
                        results.before(result).map(AssessmentResult::subscales).orElse(Map.of()));
        return rules.of(facts);
    }

    private InstrumentDefinition definitionOf(AssessmentResult result) {
        return instruments.find(result.instrument()).orElseThrow();
    }
}
