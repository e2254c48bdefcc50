package care.iop.progress.plan;

import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.EpisodeFacts;
import care.iop.progress.episode.Episodes;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows plans: all of it to clinicians, and to the client what a clinician has signed. */
@ApplicationScoped
class ReadPlan {

    private final TreatmentPlans plans;
    private final PlanRevisions revisions;
    private final PlanRules rules;
    private final PlanPolicy policy;
    private final Episodes episodes;
    private final PatientAccess access;
    private final Clock clock;

    ReadPlan(
            TreatmentPlans plans,
            PlanRevisions revisions,
            PlanRules rules,
            PlanPolicy policy,
            Episodes episodes,
            PatientAccess access,
            Clock clock) {
        this.plans = plans;
        this.revisions = revisions;
        this.rules = rules;
        this.policy = policy;
        this.episodes = episodes;
        this.access = access;
        this.clock = clock;
    }

    /** The episode, when the caller is the person or a clinician who treats the person; else 404. */
    EpisodeFacts requireVisible(UUID admissionId) {
        var episode = episodes.factsOf(admissionId).orElseThrow(() -> ProblemException.notFound("episode"));
        access.require(episode.patientId());
        return episode;
    }

    /** The plan of an episode as it stands today; 404 when nobody has drafted one. */
    PlanView plan(EpisodeFacts episode) {
        var plan = plans.findByIdOptional(episode.admissionId())
                .orElseThrow(() -> ProblemException.notFound("treatment plan"));
        var inForce = plan.inForce()
                .map(number -> revisions.require(plan.id(), number))
                .orElse(null);
        var open = revisions
                .open(plan.id())
                .filter(revision -> isVisible(revision, episode))
                .map(PlanRevision::number)
                .orElse(null);
        return new PlanView(
                plan.id(),
                inForce == null ? null : view(inForce, episode),
                open,
                plan.reviewDueOn(),
                isOverdue(plan.reviewDueOn()),
                standings(plan.id(), inForce),
                revisions.reviewsOf(plan.id()).stream().map(PlanReview::view).toList(),
                plan.endedOn());
    }

    /** One revision that the caller may see; else 404. */
    PlanRevision revision(EpisodeFacts episode, int number) {
        var revision = revisions.require(episode.admissionId(), number);
        if (!isVisible(revision, episode)) {
            throw ProblemException.notFound("revision of this treatment plan");
        }
        return revision;
    }

    /** The revisions that the caller may see, newest first. */
    List<RevisionView> all(EpisodeFacts episode) {
        return revisions.of(episode.admissionId()).stream()
                .filter(revision -> isVisible(revision, episode))
                .map(revision -> view(revision, episode))
                .toList();
    }

    RevisionView view(PlanRevision revision, EpisodeFacts episode) {
        return RevisionView.of(
                revision,
                revisions.signaturesOf(revision),
                rules.warnings(revision.content().prescription(), episode.levelOfCare()));
    }

    private boolean isVisible(PlanRevision revision, EpisodeFacts episode) {
        return !access.isSelf(episode.patientId())
                || !revisions.signaturesOf(revision).isEmpty();
    }

    private boolean isOverdue(@Nullable LocalDate dueOn) {
        return dueOn != null && dueOn.isBefore(LocalDate.now(clock.withZone(policy.zone())));
    }

    private List<PlanView.Objective> standings(UUID planId, @Nullable PlanRevision inForce) {
        if (inForce == null) {
            return List.of();
        }
        var progress = revisions.progressOf(planId);
        return inForce.content()
                .objectives()
                .map(objective -> {
                    var last = progress.get(objective.key());
                    return new PlanView.Objective(
                            objective.key(),
                            objective.targetOn(),
                            last == null ? ObjectiveStatus.IN_PROGRESS : last.status(),
                            last == null ? null : last.recordedAt(),
                            last == null ? null : last.recordedBy());
                })
                .toList();
    }
}
