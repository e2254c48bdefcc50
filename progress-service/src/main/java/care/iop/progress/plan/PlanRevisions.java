package care.iop.progress.plan;

import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The revisions of plans, their signatures, and how their objectives stand. */
@ApplicationScoped
class PlanRevisions implements PanacheRepositoryBase<PlanRevision, UUID> {

    private static final int MOST_REVIEWS = 50;

    /** A revision by its number, or 404. */
    PlanRevision require(UUID planId, int number) {
        return find("planId = ?1 and number = ?2", planId, number)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("revision of this treatment plan"));
    }

    /** All revisions of a plan, newest first. */
    List<PlanRevision> of(UUID planId) {
        return list("planId = ?1 order by number desc", planId);
    }

    /** The one revision that is a draft or waits for the client. */
    Optional<PlanRevision> open(UUID planId) {
        return find("planId = ?1 and status in (DRAFT, PROPOSED)", planId).firstResultOptional();
    }

    void sign(PlanSignature signature) {
        getEntityManager().persist(signature);
    }

    /** The signatures of a revision, the first one first. */
    List<PlanSignature> signaturesOf(PlanRevision revision) {
        return getEntityManager()
                .createQuery("from PlanSignature where revisionId = :revision order by id", PlanSignature.class)
                .setParameter("revision", revision.id())
                .getResultList();
    }

    void note(ObjectiveProgress progress) {
        getEntityManager().persist(progress);
    }

    /** All that was said of how the objectives of a plan stand, the first one first. */
    List<ObjectiveProgress> notesOf(UUID planId) {
        return getEntityManager()
                .createQuery("from ObjectiveProgress where planId = :plan order by id", ObjectiveProgress.class)
                .setParameter("plan", planId)
                .getResultList();
    }

    /** The newest progress of each objective, by its key. */
    Map<String, ObjectiveProgress> progressOf(UUID planId) {
        return notesOf(planId).stream()
                .collect(Collectors.toMap(
                        ObjectiveProgress::objectiveKey, Function.identity(), (earlier, later) -> later));
    }

    /** The revision that is in force, or that was when the stay ended. */
    Optional<PlanRevision> inForceOrEnded(UUID planId) {
        return find("planId = ?1 and status in (IN_FORCE, ENDED)", planId).firstResultOptional();
    }

    void note(PlanReview review) {
        getEntityManager().persist(review);
    }

    /** The newest reviews of a plan, newest first. */
    List<PlanReview> reviewsOf(UUID planId) {
        return getEntityManager()
                .createQuery("from PlanReview where planId = :plan order by id desc", PlanReview.class)
                .setParameter("plan", planId)
                .setMaxResults(MOST_REVIEWS)
                .getResultList();
    }
}
