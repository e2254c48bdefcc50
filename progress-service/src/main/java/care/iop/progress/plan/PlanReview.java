package care.iop.progress.plan;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a clinician looked at the plan in force again. */
@Entity
@Immutable
class PlanReview {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @SuppressWarnings("UnusedVariable") // the repository searches by it
    private UUID planId;

    private int revision;

    @Enumerated(EnumType.STRING)
    private ReviewOutcome outcome;

    private boolean withClient;
    private LocalDate reviewedOn;
    private String reviewedBy;
    private LocalDate nextDueOn;

    @SuppressWarnings("NullAway.Init")
    protected PlanReview() {}

    PlanReview(
            UUID id,
            UUID planId,
            int revision,
            ReviewOutcome outcome,
            boolean withClient,
            LocalDate reviewedOn,
            String reviewedBy,
            LocalDate nextDueOn) {
        this.id = id;
        this.planId = planId;
        this.revision = revision;
        this.outcome = outcome;
        this.withClient = withClient;
        this.reviewedOn = reviewedOn;
        this.reviewedBy = reviewedBy;
        this.nextDueOn = nextDueOn;
    }

    PlanView.Review view() {
        return new PlanView.Review(revision, outcome, withClient, reviewedOn, reviewedBy, nextDueOn);
    }
}
