package care.iop.progress.relapseprevention;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes that a person agrees to a version of the plan, or that a clinician has gone through it with them. */
@ApplicationScoped
class ConfirmRelapsePlan {

    private final RelapsePlans plans;
    private final PatientAccess access;
    private final AccessAudit audit;
    private final Caller caller;
    private final Clock clock;

    ConfirmRelapsePlan(RelapsePlans plans, PatientAccess access, AccessAudit audit, Caller caller, Clock clock) {
        this.plans = plans;
        this.access = access;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** The person agrees to the newest version. Refused with 409 for an older one, and when they have before. */
    @Transactional
    RelapsePlan agree(UUID named, UUID planId, @Nullable String ifMatch) {
        var patientId = access.requireSelf(named);
        var plan = require(patientId, planId, ifMatch);
        if (!plans.newest(patientId).map(RelapsePlan::id).equals(Optional.of(planId))) {
            throw new ProblemException(
                    ProgressProblem.RELAPSE_PLAN_CHANGED, "There is a newer version. Read it, and agree to that one.");
        }
        plan.agree(clock.instant());
        return keep(plan);
    }

    /** A clinician has gone through a version with the person. Refused with 409 when one has before. */
    @Transactional
    RelapsePlan review(UUID named, UUID planId, @Nullable String ifMatch) {
        var plan = require(access.require(named), planId, ifMatch);
        plan.review(caller.subject(), clock.instant());
        return keep(plan);
    }

    private RelapsePlan require(UUID patientId, UUID planId, @Nullable String ifMatch) {
        var plan = plans.find(patientId, planId).orElseThrow(() -> ProblemException.notFound("version of the plan"));
        IfMatch.require(ifMatch, plan.version());
        return plan;
    }

    private RelapsePlan keep(RelapsePlan plan) {
        plans.flush();
        audit.wrote("RelapsePlan", plan.id(), plan.patientId());
        return plan;
    }
}
