package care.iop.progress.toxicology;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The result of one test of one specimen: recorded by a clinician, and voided when it was entered in error. */
@Entity
class DrugTest {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @Version
    private long version = 1;

    /** A merge of patients changes it past this class. */
    @Column(updatable = false)
    private UUID patientId;

    private @Nullable UUID admissionId;
    private Instant collectedAt;

    @Enumerated(EnumType.STRING)
    private Specimen specimen;

    @Enumerated(EnumType.STRING)
    private TestKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<AnalyteFinding> findings;

    private String recordedBy;
    private Instant recordedAt;
    private @Nullable Instant voidedAt;
    private @Nullable String voidedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable VoidReason voidReason;

    @SuppressWarnings("NullAway.Init")
    protected DrugTest() {}

    DrugTest(
            UUID id,
            UUID patientId,
            @Nullable UUID admissionId,
            RecordDrugTestRequest request,
            String recordedBy,
            Instant now) {
        this.id = id;
        this.patientId = patientId;
        this.admissionId = admissionId;
        this.collectedAt = request.collectedAt().truncatedTo(ChronoUnit.MICROS);
        this.specimen = request.specimen();
        this.kind = request.kind();
        this.findings = List.copyOf(request.findings());
        this.recordedBy = recordedBy;
        this.recordedAt = now;
    }

    /** It was entered in error: it is kept and counts nowhere. Refused with 409 when it is void already. */
    void makeVoid(VoidReason reason, String by, Instant now) {
        if (voidedAt != null) {
            throw new ProblemException(ProgressProblem.DRUG_TEST_VOIDED, "It was voided at " + voidedAt + ".");
        }
        voidedAt = now;
        voidedBy = by;
        voidReason = reason;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID patientId() {
        return patientId;
    }

    @Nullable
    UUID admissionId() {
        return admissionId;
    }

    Instant collectedAt() {
        return collectedAt;
    }

    Specimen specimen() {
        return specimen;
    }

    TestKind kind() {
        return kind;
    }

    List<AnalyteFinding> findings() {
        return List.copyOf(findings);
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /** When it was found to be entered in error; null when it was not. */
    @Nullable
    Instant voidedAt() {
        return voidedAt;
    }

    @Nullable
    String voidedBy() {
        return voidedBy;
    }

    @Nullable
    VoidReason voidReason() {
        return voidReason;
    }
}
