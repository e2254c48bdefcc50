package care.iop.progress.homework;

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
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One piece of homework: assigned by a clinician, done by the person, or withdrawn. */
@Entity
class Homework {

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

    @Enumerated(EnumType.STRING)
    private HomeworkKind kind;

    private String task;
    private LocalDate dueOn;
    private String assignedBy;
    private Instant assignedAt;
    private @Nullable Instant doneAt;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnBy;

    @SuppressWarnings("NullAway.Init")
    protected Homework() {}

    Homework(
            UUID id,
            UUID patientId,
            @Nullable UUID admissionId,
            AssignHomeworkRequest request,
            String assignedBy,
            Instant now) {
        this.id = id;
        this.patientId = patientId;
        this.admissionId = admissionId;
        this.kind = request.kind();
        this.task = request.task().text();
        this.dueOn = request.dueOn();
        this.assignedBy = assignedBy;
        this.assignedAt = now;
    }

    /** The person has done it. Saying so again changes nothing. Refused with 409 when it was withdrawn. */
    void finish(Instant when) {
        if (withdrawnAt != null) {
            throw new ProblemException(ProgressProblem.HOMEWORK_ENDED, "It was withdrawn at " + withdrawnAt + ".");
        }
        if (doneAt == null) {
            doneAt = when;
        }
    }

    /** The clinician takes it back. Refused with 409 when it is done or was withdrawn. */
    void withdraw(String by, Instant now) {
        if (status() != HomeworkStatus.ASSIGNED) {
            throw new ProblemException(
                    ProgressProblem.HOMEWORK_ENDED,
                    doneAt == null ? "It was withdrawn." : "It was done at " + doneAt + ".");
        }
        withdrawnAt = now;
        withdrawnBy = by;
    }

    HomeworkStatus status() {
        if (withdrawnAt != null) {
            return HomeworkStatus.WITHDRAWN;
        }
        return doneAt == null ? HomeworkStatus.ASSIGNED : HomeworkStatus.DONE;
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

    HomeworkKind kind() {
        return kind;
    }

    HomeworkTask task() {
        return new HomeworkTask(task);
    }

    LocalDate dueOn() {
        return dueOn;
    }

    String assignedBy() {
        return assignedBy;
    }

    Instant assignedAt() {
        return assignedAt;
    }

    @Nullable
    Instant doneAt() {
        return doneAt;
    }

    @Nullable
    Instant withdrawnAt() {
        return withdrawnAt;
    }

    @Nullable
    String withdrawnBy() {
        return withdrawnBy;
    }
}
