package care.iop.progress.plan;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** How an objective stood when somebody looked; the newest one counts. */
@Entity
@Immutable
class ObjectiveProgress {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @SuppressWarnings("UnusedVariable") // the repository searches by it
    private UUID planId;

    private String objectiveKey;

    @Enumerated(EnumType.STRING)
    private ObjectiveStatus status;

    private Instant recordedAt;
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected ObjectiveProgress() {}

    ObjectiveProgress(
            UUID id, UUID planId, String objectiveKey, ObjectiveStatus status, Instant recordedAt, String recordedBy) {
        this.id = id;
        this.planId = planId;
        this.objectiveKey = objectiveKey;
        this.status = status;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    String objectiveKey() {
        return objectiveKey;
    }

    ObjectiveStatus status() {
        return status;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }
}
