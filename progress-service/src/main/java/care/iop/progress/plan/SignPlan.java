package care.iop.progress.plan;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import care.iop.progress.episode.EpisodeFacts;
import care.iop.progress.episode.Episodes;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Takes the signatures of the clinician and then of the client; with both, the revision is in force and is told of. */
@ApplicationScoped
class SignPlan {

    private final TreatmentPlans plans;
    private final PlanRevisions revisions;
    private final PlanRules rules;
    private final PlanPolicy policy;
    private final Episodes episodes;
    private final PatientAccess access;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    SignPlan(
            TreatmentPlans plans,
            PlanRevisions revisions,
            PlanRules rules,
            PlanPolicy policy,
            Episodes episodes,
            PatientAccess access,
            Outbox outbox,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.plans = plans;
        this.revisions = revisions;
        this.rules = rules;
        this.policy = policy;
        this.episodes = episodes;
        this.access = access;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Signs as the client whose plan it is, else as a clinician. Refused with 422 when the hash is not that of the content,
     * with 409 out of turn, and when the admission's dose has changed so that the plan no longer fits.
     */
    @Transactional
    PlanRevision sign(UUID admissionId, int number, String contentSha256) {
        var episode = episodes.factsOf(admissionId).orElseThrow(() -> ProblemException.notFound("episode"));
        access.require(episode.patientId());
        var plan = plans.requireLocked(admissionId);
        var revision = revisions.require(admissionId, number);
        var signer = access.isSelf(episode.patientId()) ? Signer.CLIENT : Signer.CLINICIAN;
        if (!revision.contentSha256().equals(contentSha256)) {
            throw ProblemException.invalid(
                    "/contentSha256", "must be that of the revision as it is now; read it again before signing");
        }
        requireFit(revision, episode);
        var now = clock.instant();
        switch (signer) {
            case CLINICIAN -> revision.propose();
            case CLIENT -> takeEffect(plan, revision, now);
        }
        revisions.sign(new PlanSignature(ids.next(), revision, signer, caller.subject(), now));
        plans.flush();
        if (signer == Signer.CLIENT) {
            tell(plan, revision, episode, now);
        }
        audit.wrote("TreatmentPlan", admissionId, episode.patientId());
        return revision;
    }

    private void requireFit(PlanRevision revision, EpisodeFacts episode) {
        var faults = rules.misfits(revision.content().prescription(), episode);
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    ProgressProblem.PLAN_NO_LONGER_FITS,
                    "The admission's level or dose has changed since it was drafted. Discard it, and draft one that fits.",
                    faults);
        }
    }

    private void takeEffect(TreatmentPlan plan, PlanRevision revision, Instant now) {
        plan.inForce().ifPresent(before -> {
            revisions.require(plan.id(), before).supersede(now);
            // The index allows one in force at any moment, within the transaction too.
            revisions.flush();
        });
        revision.bringIntoForce(now);
        plan.bringIntoForce(
                revision.number(), LocalDate.ofInstant(now, policy.zone()).plus(policy.reviewEvery()));
    }

    private void tell(TreatmentPlan plan, PlanRevision revision, EpisodeFacts episode, Instant now) {
        outbox.add(new OutgoingEvent(
                TreatmentPlanInForce.TOPIC,
                TreatmentPlanInForce.TYPE,
                plan.id(),
                plan.version(),
                TreatmentPlanInForce.of(
                        plan.id(),
                        episode.patientId(),
                        revision.number(),
                        revision.content(),
                        now,
                        LocalDate.ofInstant(now, policy.zone()).plus(policy.reviewEvery()))));
    }
}
