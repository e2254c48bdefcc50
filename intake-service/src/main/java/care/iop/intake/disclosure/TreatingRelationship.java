package care.iop.intake.disclosure;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a recipient treats a person, 42 CFR 2.11 "treating provider relationship"; a class wording needs it on record. */
@Entity
@Table(name = "treating_relationship")
class TreatingRelationship {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;

    private UUID recipientId;

    private Instant beganAt;

    private String recordedBy;

    private @Nullable Instant endedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected TreatingRelationship() {}

    TreatingRelationship(UUID id, UUID patientId, UUID recipientId, Instant beganAt, String recordedBy) {
        this.id = id;
        this.patientId = patientId;
        this.recipientId = recipientId;
        this.beganAt = beganAt;
        this.recordedBy = recordedBy;
    }

    /** Ends the relationship. */
    void end(Instant at) {
        if (endedAt != null) {
            throw new ProblemException(IntakeProblem.CONSENT_MOVE_NOT_ALLOWED, "The relationship was ended before.");
        }
        endedAt = at;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    long version() {
        return version;
    }

    TreatingRelationshipChanged changed(Instant at) {
        return new TreatingRelationshipChanged(id, patientId, recipientId, endedAt != null, at);
    }

    TreatingRelationshipView view() {
        return new TreatingRelationshipView(id, patientId, recipientId, beganAt, recordedBy, endedAt);
    }
}
