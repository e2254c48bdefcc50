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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One answer of one payer about one person's benefits. What it says never changes: a correction or a repetition is
 * another verification, and the old one then names it.
 */
@Entity
@Table(name = "benefit_verification")
class BenefitVerification {

    /**
     * What was found out.
     *
     * @param conflicts where the payer contradicts itself, in words for staff
     * @param notes what it said that the record has no place for
     */
    record Finding(
            CoverageStatus coverage,
            VerificationSource source,
            @Nullable String referenceNumber,
            Instant verifiedAt,
            BenefitTerms terms,
            List<String> conflicts,
            List<String> notes,
            @Nullable Reverification reverification) {}

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;

    @Enumerated(EnumType.STRING)
    private CoverageStatus coverage;

    @Enumerated(EnumType.STRING)
    private VerificationSource source;

    private @Nullable String referenceNumber;

    private Instant verifiedAt;

    private String verifiedBy;

    private Instant recordedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private BenefitTerms terms;

    private List<String> conflicts;

    private List<String> notes;

    private @Nullable LocalDate reverifyDueOn;

    @Enumerated(EnumType.STRING)
    private Reverification.@Nullable Reason reverifyReason;

    private @Nullable UUID supersedes;

    private @Nullable UUID supersededBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected BenefitVerification() {}

    BenefitVerification(UUID id, UUID patientId, Finding finding, String verifiedBy, Instant recordedAt) {
        this.id = id;
        this.patientId = patientId;
        this.coverage = finding.coverage();
        this.source = finding.source();
        this.referenceNumber = finding.referenceNumber();
        this.verifiedAt = finding.verifiedAt();
        this.verifiedBy = verifiedBy;
        this.recordedAt = recordedAt;
        this.terms = finding.terms();
        this.conflicts = finding.conflicts();
        this.notes = finding.notes();
        if (finding.reverification() != null) {
            this.reverifyDueOn = finding.reverification().dueOn();
            this.reverifyReason = finding.reverification().reason();
        }
    }

    /** Lets a later verification of the same coverage take this one's place. Only the last one can be replaced. */
    void giveWayTo(BenefitVerification next) {
        if (supersededBy != null) {
            throw new ProblemException(
                    IntakeProblem.VERIFICATION_SUPERSEDED,
                    "Verification " + supersededBy + " took its place. Read that one, and go on from there.");
        }
        supersededBy = next.id;
        next.supersedes = id;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    VerificationSource source() {
        return source;
    }

    long version() {
        return version;
    }

    /** What the admission gate asks. */
    BenefitsSettled.Verified verified() {
        return new BenefitsSettled.Verified(coverage, verifiedAt, terms, conflicts.isEmpty(), reverifyDueOn);
    }

    BenefitVerificationView view(LocalDate today, String policy) {
        return new BenefitVerificationView(
                id,
                patientId,
                coverage,
                source,
                referenceNumber,
                verifiedAt,
                verifiedBy,
                recordedAt,
                reverifyDueOn,
                reverifyReason,
                supersededBy == null && reverifyDueOn != null && today.isAfter(reverifyDueOn),
                policy,
                conflicts,
                notes,
                terms,
                supersedes,
                supersededBy);
    }
}
