package care.iop.intake.benefits;

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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One question to a payer about one person. It is kept before it is sent, so that no failure loses it. */
@Entity
@Table(name = "eligibility_inquiry")
class EligibilityInquiry {

    /** Where an inquiry stands. */
    @Schema(name = "EligibilityInquiryStatus")
    enum Status {
        /** Written, and not answered yet. */
        PREPARED,
        /** The answer is a benefit verification. */
        ANSWERED,
        /** The payer could not be asked by machine: somebody has to call. */
        VERIFY_BY_HAND
    }

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;

    private String payer;

    private String payerElectronicId;

    private LocalDate serviceOn;

    private String trace;

    private long controlNumber;

    private String x12;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String outcome;

    private @Nullable UUID reverifies;

    private @Nullable UUID verificationId;

    private String askedBy;

    private Instant askedAt;

    private @Nullable Instant askingUntil;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected EligibilityInquiry() {}

    EligibilityInquiry(
            UUID id,
            UUID patientId,
            String payerElectronicId,
            EligibilityInquiryRequest request,
            String trace,
            long controlNumber,
            String x12,
            String askedBy,
            Instant askedAt) {
        this.id = id;
        this.patientId = patientId;
        this.payer = request.payer().name();
        this.payerElectronicId = payerElectronicId;
        this.serviceOn = request.serviceOn();
        this.reverifies = request.reverifies();
        this.trace = trace;
        this.controlNumber = controlNumber;
        this.x12 = x12;
        this.status = Status.PREPARED;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    void refuseUnlessOpen() {
        if (status == Status.ANSWERED) {
            throw new ProblemException(
                    IntakeProblem.INQUIRY_ANSWERED,
                    "The answer is verification " + verificationId + ". Ask again with a new inquiry.");
        }
    }

    /** Keeps others from asking the payer until then at the latest. */
    void beginAsking(Instant now, Instant until) {
        refuseUnlessOpen();
        if (askingUntil != null && now.isBefore(askingUntil)) {
            throw new ProblemException(
                    IntakeProblem.INQUIRY_BEING_ASKED,
                    "Somebody else has submitted it. Read it again in a moment; the answer will be there, or the reason why not.");
        }
        askingUntil = until;
    }

    void answered(UUID verification) {
        refuseUnlessOpen();
        askingUntil = null;
        status = Status.ANSWERED;
        verificationId = verification;
        outcome = null;
    }

    /** Says why the payer can't be asked by machine, unless an answer came meanwhile. */
    void verifyByHand(String reason) {
        refuseUnlessOpen();
        askingUntil = null;
        status = Status.VERIFY_BY_HAND;
        outcome = reason;
    }

    UUID id() {
        return id;
    }

    String payerElectronicId() {
        return payerElectronicId;
    }

    String x12() {
        return x12;
    }

    String trace() {
        return trace;
    }

    UUID patientId() {
        return patientId;
    }

    @Nullable
    UUID reverifies() {
        return reverifies;
    }

    long version() {
        return version;
    }

    EligibilityInquiryView view() {
        return new EligibilityInquiryView(
                id,
                patientId,
                payer,
                payerElectronicId,
                serviceOn,
                trace,
                "%09d".formatted(controlNumber),
                status,
                outcome,
                x12,
                reverifies,
                verificationId,
                askedBy,
                askedAt);
    }
}
