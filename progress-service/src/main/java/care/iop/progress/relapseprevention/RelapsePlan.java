package care.iop.progress.relapseprevention;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One version of a person's plan. What it says never changes; a change is a new version. It counts from when the person agreed
 * to it, which for what they wrote themselves is at once.
 */
@Entity
class RelapsePlan {

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

    private int number;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private PlanContent content;

    private String writtenBy;
    private boolean writtenByClient;
    private Instant writtenAt;
    private @Nullable Instant agreedAt;
    private @Nullable Instant reviewedAt;
    private @Nullable String reviewedBy;

    @SuppressWarnings("NullAway.Init")
    protected RelapsePlan() {}

    RelapsePlan(UUID id, UUID patientId, int number, PlanContent content, Author author, Instant now) {
        this.id = id;
        this.patientId = patientId;
        this.number = number;
        this.content = content;
        this.writtenBy = author.subject();
        this.writtenByClient = author.isClient();
        this.writtenAt = now;
        if (author.isClient()) {
            this.agreedAt = now;
        } else {
            this.reviewedAt = now;
            this.reviewedBy = author.subject();
        }
    }

    /** Who writes a version: the person, or a clinician who has it in hand with them. */
    record Author(String subject, boolean isClient) {}

    /** The person agrees: from now on it counts. Refused with 409 when they have before. */
    void agree(Instant now) {
        if (agreedAt != null) {
            throw confirmed("It was agreed to at " + agreedAt + ".");
        }
        agreedAt = now;
    }

    /** A clinician has gone through it with the person. Refused with 409 when one has before. */
    void review(String by, Instant now) {
        if (reviewedAt != null) {
            throw confirmed("It was reviewed at " + reviewedAt + ".");
        }
        reviewedAt = now;
        reviewedBy = by;
    }

    private static ProblemException confirmed(String when) {
        return new ProblemException(
                ProgressProblem.RELAPSE_PLAN_CONFIRMED, when + " Write a new version to change it.");
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

    int number() {
        return number;
    }

    PlanContent content() {
        return content;
    }

    String writtenBy() {
        return writtenBy;
    }

    boolean writtenByClient() {
        return writtenByClient;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    @Nullable
    Instant agreedAt() {
        return agreedAt;
    }

    @Nullable
    Instant reviewedAt() {
        return reviewedAt;
    }

    @Nullable
    String reviewedBy() {
        return reviewedBy;
    }
}
