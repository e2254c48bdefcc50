package care.iop.intake.placement;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.referral.MoveReferral;
import care.iop.intake.referral.Referral.PlacedLevel;
import care.iop.intake.referral.ReferralStatus;
import care.iop.intake.referral.Referrals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records which level of care a clinician finds right for a referred person. */
@ApplicationScoped
class PlacePatient {

    private final Referrals referrals;
    private final MoveReferral moveReferral;
    private final Placements placements;
    private final PlacementRecommendations recommendations;
    private final PlacementReviews reviews;
    private final Caller caller;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    PlacePatient(
            Referrals referrals,
            MoveReferral moveReferral,
            Placements placements,
            PlacementRecommendations recommendations,
            PlacementReviews reviews,
            Caller caller,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.referrals = referrals;
        this.moveReferral = moveReferral;
        this.placements = placements;
        this.recommendations = recommendations;
        this.reviews = reviews;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records the decision under the caller's name. A decision for an admission changes the referral with it, so that
     * nobody waitlists or admits on a decision that they have not seen; any other stands beside the admission, and closes the review
     * that it names.
     *
     * @throws ProblemException NOT_ADMITTED for another purpose than an admission before there is one;
     *     REVIEW_ALREADY_CLOSED when somebody else answered the review
     */
    @Transactional
    Placement place(UUID referralId, PlacementRequest decision) {
        var referral = referrals.require(referralId);
        if (!decision.levelOfCare().belongsTo(decision.criteriaEdition())) {
            throw ProblemException.invalid(
                    "/levelOfCare", "is not a level of " + decision.criteriaEdition() + "; check the edition");
        }
        var now = clock.instant();
        var purpose = purpose(referralId, decision);
        if (purpose == Purpose.ADMISSION) {
            moveReferral.place(referral, new PlacedLevel(decision.levelOfCare(), decision.criteriaEdition()), now);
        } else if (referral.status() != ReferralStatus.ADMITTED) {
            throw new ProblemException(
                    IntakeProblem.NOT_ADMITTED, "Leave the purpose out until the person is admitted.");
        }
        var placement =
                new Placement(ids.next(), referralId, referral.patientId(), purpose, decision, caller.subject(), now);
        placements.persist(placement);
        closeReview(referralId, purpose, decision.reviewId(), placement);
        audit.wrote("Placement", placement.id(), placement.patientId());
        return placement;
    }

    private Purpose purpose(UUID referralId, PlacementRequest decision) {
        var asked = decision.purpose();
        if (decision.recommendationId() == null) {
            if (decision.overrideReason() != null) {
                throw ProblemException.invalid("/overrideReason", "needs the recommendation that is overridden");
            }
            return asked == null ? Purpose.ADMISSION : asked;
        }
        var recommendation = recommendations
                .of(referralId, decision.recommendationId())
                .orElseThrow(() -> ProblemException.invalid(
                        "/recommendationId", "there is no such recommendation on this referral"));
        if (asked != null && asked != recommendation.purpose()) {
            throw ProblemException.invalid(
                    "/purpose", "the recommendation is for " + recommendation.purpose() + "; leave the purpose out");
        }
        var accepted = recommendation.recommends(decision.levelOfCare(), decision.criteriaEdition());
        if (!accepted && decision.overrideReason() == null) {
            throw ProblemException.invalid(
                    "/overrideReason", "is needed, because the level is not the one that is recommended");
        }
        if (accepted && decision.overrideReason() != null) {
            throw ProblemException.invalid(
                    "/overrideReason", "must be absent, because the level is the one that is recommended");
        }
        return recommendation.purpose();
    }

    private void closeReview(UUID referralId, Purpose purpose, @Nullable UUID reviewId, Placement placement) {
        if (reviewId == null) {
            return;
        }
        if (purpose == Purpose.ADMISSION) {
            throw ProblemException.invalid("/reviewId", "is of an admitted person; give the purpose of the decision");
        }
        reviews.of(referralId, reviewId)
                .orElseThrow(() -> ProblemException.invalid("/reviewId", "there is no such review on this referral"))
                .close(placement.id(), clock.instant());
    }
}
