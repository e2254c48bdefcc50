package care.iop.scheduling.stepdown;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A plan of stepping down for one client. */
@Entity
@Table(name = "step_down_plan")
class StepDownPlan {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    private UUID enrollmentId;
    private LocalDate startsOn;
    private Instant createdAt;
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected StepDownPlan() {}

    @SuppressWarnings("NullAway.Init")
    StepDownPlan(UUID id, UUID enrollmentId, LocalDate startsOn, Instant createdAt, String createdBy) {
        this.id = id;
        this.enrollmentId = enrollmentId;
        this.startsOn = startsOn;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    UUID id() {
        return id;
    }

    UUID enrollmentId() {
        return enrollmentId;
    }

    StepDownPlanView view(List<StepDownProposal> proposals) {
        return new StepDownPlanView(
                id,
                enrollmentId,
                startsOn,
                createdAt,
                createdBy,
                proposals.stream().map(StepDownProposal::view).toList());
    }
}
