package care.iop.intake.benefits;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.person.PersonName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody agreed to pay for a person's treatment without insurance, until they withdraw it. */
@Entity
@Table(name = "self_pay_agreement")
class SelfPayAgreement {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;

    private LocalDate agreedOn;

    @Enumerated(EnumType.STRING)
    private SelfPayAgreementRequest.Payer agreedBy;

    private @Nullable PersonName payerName;

    private String estimateReference;

    private String recordedBy;

    private Instant recordedAt;

    private @Nullable LocalDate withdrawnOn;

    private @Nullable String withdrawalRecordedBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected SelfPayAgreement() {}

    SelfPayAgreement(UUID id, UUID patientId, SelfPayAgreementRequest request, String recordedBy, Instant recordedAt) {
        this.id = id;
        this.patientId = patientId;
        this.agreedOn = request.agreedOn();
        this.agreedBy = request.agreedBy();
        this.payerName = request.payerName();
        this.estimateReference = request.estimateReference();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    /** From this day on nobody has agreed to pay. */
    void withdraw(LocalDate on, String recordedBy) {
        if (withdrawnOn != null) {
            throw new ProblemException(
                    IntakeProblem.SELF_PAY_WITHDRAWN,
                    "It was withdrawn as of " + withdrawnOn + ". Record a new agreement if there is one.");
        }
        if (on.isBefore(agreedOn)) {
            throw ProblemException.invalid("/withdrawnOn", "must not lie before the day of the agreement");
        }
        withdrawnOn = on;
        withdrawalRecordedBy = recordedBy;
    }

    boolean isInForce(LocalDate day) {
        return !day.isBefore(agreedOn) && (withdrawnOn == null || day.isBefore(withdrawnOn));
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

    SelfPayAgreementView view(LocalDate today) {
        return new SelfPayAgreementView(
                id,
                patientId,
                agreedOn,
                agreedBy,
                payerName,
                estimateReference,
                isInForce(today),
                recordedBy,
                recordedAt,
                withdrawnOn,
                withdrawalRecordedBy);
    }
}
