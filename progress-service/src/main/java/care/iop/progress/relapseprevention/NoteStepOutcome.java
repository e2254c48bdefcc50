package care.iop.progress.relapseprevention;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Notes whether a step of the plan helped. */
@ApplicationScoped
class NoteStepOutcome {

    private final CopingPrompts prompts;
    private final RelapsePlans plans;
    private final PatientAccess access;
    private final AccessAudit audit;
    private final Clock clock;

    NoteStepOutcome(CopingPrompts prompts, RelapsePlans plans, PatientAccess access, AccessAudit audit, Clock clock) {
        this.prompts = prompts;
        this.plans = plans;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Notes it for the caller's own step, and answers with what to do next. Saying it again replaces what was said. */
    @Transactional
    CopingPromptView note(UUID named, UUID promptId, NoteStepOutcomeRequest request) {
        var patientId = access.requireSelf(named);
        var prompt = prompts.find(patientId, promptId).orElseThrow(() -> ProblemException.notFound("coping prompt"));
        prompt.note(request.step(), request.outcome(), clock.instant());
        audit.wrote("CopingPrompt", prompt.id(), patientId);
        return CopingPromptView.of(prompt, plans.findById(prompt.planId()).content());
    }
}
