package care.iop.progress.plan;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import care.iop.progress.episode.EpisodeFacts;
import care.iop.progress.episode.Episodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what a plan is to say, as long as nobody has signed it. */
@ApplicationScoped
class DraftPlan {

    private final TreatmentPlans plans;
    private final PlanRevisions revisions;
    private final PlanRules rules;
    private final PlanPolicy policy;
    private final Episodes episodes;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    DraftPlan(
            TreatmentPlans plans,
            PlanRevisions revisions,
            PlanRules rules,
            PlanPolicy policy,
            Episodes episodes,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.plans = plans;
        this.revisions = revisions;
        this.rules = rules;
        this.policy = policy;
        this.episodes = episodes;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Drafts the next revision. Refused with 409 while another one is open, or after the discharge. */
    @Transactional
    PlanRevision draft(UUID admissionId, PlanContent content) {
        var episode = require(admissionId);
        rules.require(content, episode, today());
        var plan = plans.open(admissionId);
        revisions.open(admissionId).ifPresent(open -> {
            throw new ProblemException(
                    ProgressProblem.PLAN_REVISION_OPEN,
                    "Revision %d is %s. Change it, have it signed, or discard it first."
                            .formatted(open.number(), open.status()));
        });
        var revision = new PlanRevision(
                ids.next(), admissionId, plan.nextNumber(), StoredContent.of(content), caller.subject(), now());
        revisions.persist(revision);
        revisions.flush();
        audit.wrote("TreatmentPlan", admissionId, episode.patientId());
        return revision;
    }

    /** Replaces what a draft says; {@code ifMatch} must name its present version. Refused with 409 once it is signed. */
    @Transactional
    PlanRevision change(UUID admissionId, int number, @Nullable String ifMatch, PlanContent content) {
        var episode = require(admissionId);
        plans.requireLocked(admissionId);
        var revision = revisions.require(admissionId, number);
        IfMatch.require(ifMatch, revision.version());
        rules.require(content, episode, today());
        revision.change(StoredContent.of(content), now());
        return keep(episode, revision);
    }

    /** Gives up a revision that is not in force yet. Refused with 409 for any other. */
    @Transactional
    PlanRevision discard(UUID admissionId, int number) {
        var episode = require(admissionId);
        plans.requireLocked(admissionId);
        var revision = revisions.require(admissionId, number);
        revision.discard(now());
        return keep(episode, revision);
    }

    private PlanRevision keep(EpisodeFacts episode, PlanRevision revision) {
        revisions.flush();
        audit.wrote("TreatmentPlan", episode.admissionId(), episode.patientId());
        return revision;
    }

    private EpisodeFacts require(UUID admissionId) {
        return episodes.factsOf(admissionId).orElseThrow(() -> ProblemException.notFound("episode"));
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(policy.zone()));
    }
}
