package care.iop.progress.relapseprevention;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.id.Ids;
import care.iop.progress.alert.RaiseAlert;
import care.iop.progress.alert.rule.AgreedLevel;
import care.iop.progress.alert.rule.OwnWarning;
import care.iop.progress.alert.rule.Rules;
import care.iop.progress.episode.Episodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lets a person's plan answer what they report of a day, and tells the care team as loud as the person agreed. */
@ApplicationScoped
public class AnswerReport {

    /** How many answers back count for which steps did not help last time. */
    private static final int REMEMBERED = 20;

    private final PlanInForce planInForce;
    private final RelapsePlans plans;
    private final CopingPrompts prompts;
    private final Episodes episodes;
    private final Rules rules;
    private final RaiseAlert raiseAlert;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    AnswerReport(
            PlanInForce planInForce,
            RelapsePlans plans,
            CopingPrompts prompts,
            Episodes episodes,
            Rules rules,
            RaiseAlert raiseAlert,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.planInForce = planInForce;
        this.plans = plans;
        this.prompts = prompts;
        this.episodes = episodes;
        this.rules = rules;
        this.raiseAlert = raiseAlert;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The plan's answer to a new or corrected report, in the caller's transaction; empty when no warning sign shows. */
    @Transactional(TxType.MANDATORY)
    public Optional<CopingPromptView> answer(UUID patientId, UUID checkInId, ReportedDay day) {
        return planInForce.showing(patientId, day).map(showing -> answer(patientId, showing, checkInId, day));
    }

    /** What the plan answered to this report before. */
    @Transactional(TxType.MANDATORY)
    public Optional<CopingPromptView> answered(UUID patientId, UUID checkInId) {
        return prompts.ofCheckIn(patientId, checkInId)
                .map(prompt -> CopingPromptView.of(
                        prompt, plans.findById(prompt.planId()).content()));
    }

    private CopingPromptView answer(UUID patientId, PlanInForce.Showing showing, UUID checkInId, ReportedDay day) {
        var signs = showing.signs();
        var told = signs.stream()
                .map(WarningSign::tell)
                .max(Comparator.naturalOrder())
                .orElse(AgreedLevel.NOBODY);
        var answer = new CopingPrompt.Answer(
                showing.planId(),
                signs.stream().map(WarningSign::key).toList(),
                whatHelpedFirst(patientId, showing),
                day.triggers(),
                told);
        var before = prompts.ofCheckIn(patientId, checkInId);
        before.ifPresent(prompt -> prompt.answer(answer));
        var prompt = before.orElseGet(() -> show(patientId, checkInId, day, answer));
        tell(patientId, checkInId, told);
        audit.wrote("CopingPrompt", prompt.id(), patientId);
        return CopingPromptView.of(prompt, showing.content());
    }

    private CopingPrompt show(UUID patientId, UUID checkInId, ReportedDay day, CopingPrompt.Answer answer) {
        var prompt = new CopingPrompt(ids.next(), patientId, checkInId, day.day(), answer, clock.instant());
        prompts.persist(prompt);
        return prompt;
    }

    /** In the person's own order, but with the steps last that did not help the last time. */
    private List<String> whatHelpedFirst(UUID patientId, PlanInForce.Showing showing) {
        var last = new HashMap<String, StepOutcome>();
        prompts.latest(patientId, REMEMBERED)
                .forEach(prompt -> prompt.outcomes().forEach(noted -> last.putIfAbsent(noted.step(), noted.outcome())));
        return showing.content().stepsFor(showing.signs()).stream()
                .map(CopingStep::key)
                .sorted(Comparator.comparing(key -> last.get(key) == StepOutcome.DID_NOT_HELP))
                .toList();
    }

    private void tell(UUID patientId, UUID checkInId, AgreedLevel told) {
        var verdicts = rules.of(new OwnWarning(told));
        if (!verdicts.isEmpty()) {
            var admission = episodes.lastAdmissionOf(patientId).orElse(null);
            verdicts.forEach(verdict -> raiseAlert.raise(verdict.about(patientId, admission, checkInId)));
        }
    }
}
