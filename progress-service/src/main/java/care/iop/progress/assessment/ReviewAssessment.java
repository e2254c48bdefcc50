package care.iop.progress.assessment;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Keeps that a clinician went through a result with the person, and what it changed (Joint Commission CTS.03.01.09, EP 2). */
@ApplicationScoped
class ReviewAssessment {

    private final AssessmentResults results;
    private final AssessmentReviews reviews;
    private final PatientAccess access;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    ReviewAssessment(
            AssessmentResults results,
            AssessmentReviews reviews,
            PatientAccess access,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.results = results;
        this.reviews = reviews;
        this.access = access;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps a review. Refused with 409 for a result that was corrected or voided, and with 422 for a plan that nothing changed. */
    @Transactional
    AssessmentReview review(UUID named, UUID assessmentId, ReviewAssessmentRequest request) {
        var patientId = access.require(named);
        var result = results.find(patientId, assessmentId).orElseThrow(() -> ProblemException.notFound("assessment"));
        result.refuseUnlessCounting();
        if (request.planChange() == PlanChange.NONE && request.treatmentPlanId() != null) {
            throw ProblemException.invalid("/treatmentPlanId", "must be left out when nothing changed");
        }
        var review = new AssessmentReview(
                ids.next(), result, request.planChange(), request.treatmentPlanId(), caller.subject(), clock.instant());
        reviews.persist(review);
        audit.wrote("AssessmentReview", review.id(), patientId);
        return review;
    }
}
