package care.iop.progress.alert;

import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One alert about one patient. It stays open until a named person acknowledges it; nothing else ends it. */
@Entity
class Alert {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @Version
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private AlertRule rule;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    /** A merge of patients changes it past this class. */
    @Column(updatable = false)
    private UUID patientId;

    private @Nullable UUID admissionId;
    private UUID sourceId;
    private Instant raisedAt;
    private @Nullable Instant acknowledgedAt;
    private @Nullable String acknowledgedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable AcknowledgementReason reason;

    @SuppressWarnings("NullAway.Init")
    protected Alert() {}

    Alert(UUID id, Finding finding, Instant now) {
        this.id = id;
        this.rule = finding.rule();
        this.severity = finding.severity();
        this.patientId = finding.patientId();
        this.admissionId = finding.admissionId();
        this.sourceId = finding.sourceId();
        this.raisedAt = now;
    }

    /** Notes who has looked at it and what was done. Refused with 409 when somebody has before. */
    void acknowledge(String by, AcknowledgementReason why, Instant now) {
        if (!isOpen()) {
            throw new ProblemException(
                    ProgressProblem.ALERT_ALREADY_ACKNOWLEDGED,
                    "It was acknowledged at " + acknowledgedAt + ". Read it to see by whom and why.");
        }
        acknowledgedBy = by;
        reason = why;
        acknowledgedAt = now;
    }

    boolean isOpen() {
        return acknowledgedAt == null;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    AlertRule rule() {
        return rule;
    }

    Severity severity() {
        return severity;
    }

    UUID patientId() {
        return patientId;
    }

    @Nullable
    UUID admissionId() {
        return admissionId;
    }

    UUID sourceId() {
        return sourceId;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    @Nullable
    Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    @Nullable
    String acknowledgedBy() {
        return acknowledgedBy;
    }

    @Nullable
    AcknowledgementReason reason() {
        return reason;
    }
}
