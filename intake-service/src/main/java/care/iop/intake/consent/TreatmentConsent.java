package care.iop.intake.consent;

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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A consent to be treated, by the person or by those who sign for a minor. It discloses nothing to anybody. */
@Entity
@Table(name = "treatment_consent")
class TreatmentConsent {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Signature signature;

    private String takenBy;

    private @Nullable Instant withdrawnAt;

    private @Nullable String withdrawalTakenBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected TreatmentConsent() {}

    TreatmentConsent(UUID id, UUID patientId, Signature signature, String takenBy) {
        this.id = id;
        this.patientId = patientId;
        this.signature = signature;
        this.takenBy = takenBy;
    }

    /** Takes the consent back, from this moment on. */
    void withdraw(Instant at, String by) {
        if (withdrawnAt != null) {
            throw new ProblemException(
                    IntakeProblem.CONSENT_MOVE_NOT_ALLOWED, "The consent to treatment was withdrawn before.");
        }
        withdrawnAt = at;
        withdrawalTakenBy = by;
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

    boolean isForMinor() {
        return signature.signerRole().isForMinor();
    }

    TreatmentConsentView view() {
        return new TreatmentConsentView(id, patientId, signature, takenBy, withdrawnAt, withdrawalTakenBy);
    }
}
