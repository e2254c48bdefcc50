package care.iop.progress.relapseprevention;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Keeps a new version of a person's plan. */
@ApplicationScoped
class WriteRelapsePlan {

    private final RelapsePlans plans;
    private final PatientAccess access;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    WriteRelapsePlan(RelapsePlans plans, PatientAccess access, AccessAudit audit, Caller caller, Ids ids, Clock clock) {
        this.plans = plans;
        this.access = access;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes a version by the person, which counts at once, or by a clinician, which counts when the person agrees. Refused
     * with 409 when it is not based on the newest one, and with 422 when its parts don't fit together.
     */
    @Transactional
    RelapsePlan write(UUID named, WriteRelapsePlanRequest request) {
        var patientId = access.require(named);
        request.content().check("/content");
        var newest = plans.newest(patientId).map(RelapsePlan::id).orElse(null);
        if (!Objects.equals(newest, request.basedOn())) {
            throw new ProblemException(
                    ProgressProblem.RELAPSE_PLAN_CHANGED,
                    newest == null
                            ? "There is no version yet. Send basedOn as null."
                            : "The newest version is " + newest + ". Read it, and base yours on it.");
        }
        var author = new RelapsePlan.Author(caller.subject(), access.isSelf(patientId));
        var plan = new RelapsePlan(
                ids.next(), patientId, plans.highestNumber(patientId) + 1, request.content(), author, clock.instant());
        plans.persist(plan);
        audit.wrote("RelapsePlan", plan.id(), patientId);
        return plan;
    }
}
