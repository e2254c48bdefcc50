package care.iop.intake.disclosure;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.consent.Restriction;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.person.PrivateText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that the program agreed with a patient not to disclose, 42 CFR 2.26; it wins over every consent until it is ended. */
@Entity
@Table(name = "disclosure_restriction")
class AgreedRestriction {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;

    private @Nullable UUID recipientId;

    @JdbcTypeCode(SqlTypes.JSON)
    private DataClasses dataClasses;

    private @Nullable PrivateText reason;

    private Instant agreedAt;

    private String agreedBy;

    private @Nullable Instant endedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected AgreedRestriction() {}

    AgreedRestriction(UUID id, UUID patientId, RestrictionRequest request, Instant agreedAt, String agreedBy) {
        this.id = id;
        this.patientId = patientId;
        this.recipientId = request.recipientId();
        this.dataClasses = new DataClasses(request.dataClasses());
        this.reason = request.reason();
        this.agreedAt = agreedAt;
        this.agreedBy = agreedBy;
    }

    /** Ends the agreement. */
    void end(Instant at) {
        if (endedAt != null) {
            throw new ProblemException(IntakeProblem.CONSENT_MOVE_NOT_ALLOWED, "The restriction was ended before.");
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

    Restriction terms() {
        return new Restriction(id, recipientId, dataClasses.classes());
    }

    RestrictionChanged changed(Instant at) {
        return new RestrictionChanged(id, patientId, recipientId, dataClasses.classes(), endedAt != null, at);
    }

    RestrictionView view() {
        return new RestrictionView(
                id, patientId, recipientId, dataClasses.classes(), reason, agreedAt, agreedBy, endedAt);
    }
}
