package care.iop.progress.assessment;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That a clinician went through a result with the person, and what it changed in the plan. It is never changed. */
@Entity
@Immutable
class AssessmentReview {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;
    private UUID assessmentId;

    @Enumerated(EnumType.STRING)
    private PlanChange planChange;

    private @Nullable UUID treatmentPlanId;
    private String reviewedBy;
    private Instant reviewedAt;

    @SuppressWarnings("NullAway.Init")
    protected AssessmentReview() {}

    AssessmentReview(
            UUID id,
            AssessmentResult result,
            PlanChange planChange,
            @Nullable UUID treatmentPlanId,
            String reviewedBy,
            Instant now) {
        this.id = id;
        this.patientId = result.patientId();
        this.assessmentId = result.id();
        this.planChange = planChange;
        this.treatmentPlanId = treatmentPlanId;
        this.reviewedBy = reviewedBy;
        this.reviewedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    UUID assessmentId() {
        return assessmentId;
    }

    PlanChange planChange() {
        return planChange;
    }

    @Nullable
    UUID treatmentPlanId() {
        return treatmentPlanId;
    }

    String reviewedBy() {
        return reviewedBy;
    }

    Instant reviewedAt() {
        return reviewedAt;
    }
}
