package care.iop.progress.alert;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One alert about one patient. It stays open until a named person acknowledges it; nothing else ends it. */
@Entity
class Alert {

    @Id
    private UUID id;

    @OfOrganization
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

    @Enumerated(EnumType.STRING)
    private @Nullable AlertSignal signal;

    private @Nullable Instant dueAt;
    private @Nullable Instant quietUntil;
    private int escalations;
    private @Nullable String assignedTo;
    private @Nullable Instant assignedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable AlertOutcome outcome;

    private @Nullable Instant outcomeAt;
    private @Nullable String outcomeBy;
    private @Nullable Instant sourceCorrectedAt;

    @SuppressWarnings("NullAway.Init")
    protected Alert() {}

    Alert(UUID id, Finding finding, Instant now, AlertClocks clocks) {
        this.id = id;
        this.rule = finding.rule();
        this.severity = finding.severity();
        this.patientId = finding.patientId();
        this.admissionId = finding.admissionId();
        this.sourceId = finding.sourceId();
        this.raisedAt = now;
        this.signal = finding.signal();
        this.dueAt = clocks.dueAt(severity, now);
        this.quietUntil = clocks.quietUntil(severity, now);
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

    /** Gives it to somebody to look after, in place of whoever had it. Refused with 409 when its outcome is known. */
    void assign(String to, Instant now) {
        refuseAfterOutcome();
        assignedTo = to;
        assignedAt = now;
    }

    /** Notes what came of it. Refused with 409 when nobody has acknowledged it, and when an outcome is known. */
    void conclude(String by, AlertOutcome what, Instant now) {
        if (isOpen()) {
            throw new ProblemException(
                    ProgressProblem.ALERT_NOT_ACKNOWLEDGED, "Nobody has acknowledged it. Acknowledge it first.");
        }
        refuseAfterOutcome();
        outcome = what;
        outcomeAt = now;
        outcomeBy = by;
    }

    /** Notes that nobody answered in time, and when that is to be looked at again. Stays open. */
    void escalate(Instant now, AlertClocks clocks) {
        if (!isOpen() || dueAt == null || dueAt.isAfter(now)) {
            throw new IllegalStateException("alert " + id + " is not due");
        }
        escalations++;
        dueAt = clocks.dueAt(severity, now);
    }

    /** Notes that what raised it was corrected since. Stays open: whether all is well is for a human to say. */
    void sourceCorrected(Instant now) {
        sourceCorrectedAt = now;
    }

    boolean isSourceCorrected() {
        return sourceCorrectedAt != null;
    }

    /** When the answers that raised it were corrected so that they would not any more; null while they stand. */
    @Nullable
    Instant sourceCorrectedAt() {
        return sourceCorrectedAt;
    }

    private void refuseAfterOutcome() {
        if (outcome != null) {
            throw new ProblemException(
                    ProgressProblem.ALERT_OUTCOME_RECORDED, "Its outcome was recorded at " + outcomeAt + ".");
        }
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
    AlertSignal signal() {
        return signal;
    }

    @Nullable
    Instant dueAt() {
        return isOpen() ? dueAt : null;
    }

    @Nullable
    Instant quietUntil() {
        return quietUntil;
    }

    int escalations() {
        return escalations;
    }

    @Nullable
    String assignedTo() {
        return assignedTo;
    }

    @Nullable
    Instant assignedAt() {
        return assignedAt;
    }

    @Nullable
    AlertOutcome outcome() {
        return outcome;
    }

    @Nullable
    Instant outcomeAt() {
        return outcomeAt;
    }

    @Nullable
    String outcomeBy() {
        return outcomeBy;
    }

    @Nullable
    AcknowledgementReason reason() {
        return reason;
    }
}
