package care.iop.progress.plan;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.EpisodeEnded;
import care.iop.progress.episode.Episodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Follows a plan in force: how its objectives stand, that it was looked at again, and that the stay has ended. */
@ApplicationScoped
class FollowPlan {

    private final TreatmentPlans plans;
    private final PlanRevisions revisions;
    private final PlanPolicy policy;
    private final Episodes episodes;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    FollowPlan(
            TreatmentPlans plans,
            PlanRevisions revisions,
            PlanPolicy policy,
            Episodes episodes,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.plans = plans;
        this.revisions = revisions;
        this.policy = policy;
        this.episodes = episodes;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Notes how an objective of the plan in force stands. Refused with 404 for one that the plan doesn't have. */
    @Transactional
    TreatmentPlan note(UUID admissionId, String objectiveKey, ObjectiveStatus status) {
        var plan = plans.requireLocked(admissionId);
        var content = revisions.require(admissionId, plan.requireInForce()).content();
        if (content.objective(objectiveKey).isEmpty()) {
            throw ProblemException.notFound("objective in the plan in force");
        }
        revisions.note(new ObjectiveProgress(
                ids.next(), admissionId, objectiveKey, status, clock.instant(), caller.subject()));
        return keep(plan);
    }

    /** Notes that the plan in force was looked at again today, and sets the day of the next time. */
    @Transactional
    TreatmentPlan review(UUID admissionId, PlanReviewRequest request) {
        var plan = plans.requireLocked(admissionId);
        var today = LocalDate.now(clock.withZone(policy.zone()));
        var next = today.plus(policy.reviewEvery());
        plan.reviewed(next);
        revisions.note(new PlanReview(
                ids.next(),
                admissionId,
                plan.requireInForce(),
                request.outcome(),
                request.withClient(),
                today,
                caller.subject(),
                next));
        return keep(plan);
    }

    /** Ends the plan with the stay, in the transaction that notes the discharge. */
    void on(@Observes EpisodeEnded ended) {
        plans.lock(ended.admissionId()).ifPresent(plan -> {
            var now = clock.instant();
            plan.inForce()
                    .ifPresent(number -> revisions.require(plan.id(), number).end(now));
            revisions.open(plan.id()).ifPresent(open -> open.end(now));
            plan.end(ended.endedOn());
            keep(plan);
        });
    }

    private TreatmentPlan keep(TreatmentPlan plan) {
        plans.flush();
        audit.wrote(
                "TreatmentPlan",
                plan.id(),
                episodes.patientOf(plan.id()).orElseThrow(() -> ProblemException.notFound("episode")));
        return plan;
    }
}
