package care.iop.intake.placement;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An admitted person's level of care should be looked at again. A clinician's placement closes it. */
@Entity
@Table(name = "placement_review")
class PlacementReview {

    /** How a review stands. */
    enum Status {
        OPEN,
        CLOSED
    }

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;

    private UUID admissionId;

    private UUID referralId;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewSuggestion suggestion;

    private String reasonCodes;

    private Instant recommendedAt;

    private Instant openedAt;

    private @Nullable Instant closedAt;

    private @Nullable UUID placementId;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PlacementReview() {}

    /**
     * A review that was recommended for the person of an admission.
     *
     * @param patientId the person as intake knows them, and not as the event says
     */
    PlacementReview(ReviewRecommended event, UUID patientId, UUID referralId, Instant openedAt) {
        this.id = event.reviewId();
        this.patientId = patientId;
        this.admissionId = event.admissionId();
        this.referralId = referralId;
        this.suggestion = event.suggestion();
        this.reasonCodes = String.join(",", event.reasons());
        this.recommendedAt = event.recommendedAt();
        this.openedAt = openedAt;
    }

    /** Closes the review by the placement that answers it. */
    void close(UUID placement, Instant at) {
        if (closedAt != null) {
            throw new ProblemException(
                    IntakeProblem.REVIEW_ALREADY_CLOSED,
                    "Look at the placement that closed it, or leave reviewId out.");
        }
        closedAt = at;
        placementId = placement;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    PlacementReviewView view() {
        return new PlacementReviewView(
                id,
                patientId,
                admissionId,
                referralId,
                suggestion,
                List.of(reasonCodes.split(",", -1)),
                recommendedAt,
                openedAt,
                closedAt == null ? Status.OPEN : Status.CLOSED,
                closedAt,
                placementId);
    }
}
