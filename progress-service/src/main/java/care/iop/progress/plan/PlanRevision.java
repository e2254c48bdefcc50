package care.iop.progress.plan;

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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One revision of a plan. Its content is fixed by the first signature; the database holds to that, too. */
@Entity
class PlanRevision {

    private static final Set<PlanStatus> OPEN = Set.of(PlanStatus.DRAFT, PlanStatus.PROPOSED);

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @Version
    private long version = 1;

    @SuppressWarnings("UnusedVariable") // the repository searches by it
    private UUID planId;

    private int number;

    @Enumerated(EnumType.STRING)
    private PlanStatus status;

    private String content;

    @Column(name = "content_sha256")
    private String contentSha256;

    private Instant draftedAt;
    private String draftedBy;
    private Instant changedAt;
    private @Nullable Instant inForceAt;
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected PlanRevision() {}

    PlanRevision(UUID id, UUID planId, int number, StoredContent content, String draftedBy, Instant now) {
        this.id = id;
        this.planId = planId;
        this.number = number;
        this.status = PlanStatus.DRAFT;
        this.content = content.json();
        this.contentSha256 = content.sha256();
        this.draftedAt = now;
        this.draftedBy = draftedBy;
        this.changedAt = now;
    }

    /** Says something else. Refused with 409 once somebody has signed it. */
    void change(StoredContent content, Instant now) {
        requireStatus(
                Set.of(PlanStatus.DRAFT),
                "It has been signed, or given up. Discard it if it waits for a signature, and draft a new revision.");
        this.content = content.json();
        this.contentSha256 = content.sha256();
        this.changedAt = now;
    }

    /** The clinician has signed it, so that the client may. */
    void propose() {
        requireStatus(Set.of(PlanStatus.DRAFT), "A clinician has signed it before, or it was given up.");
        this.status = PlanStatus.PROPOSED;
    }

    /** Both have signed it. */
    void bringIntoForce(Instant now) {
        requireStatus(Set.of(PlanStatus.PROPOSED), "The clinician signs first, and the client signs once.");
        this.status = PlanStatus.IN_FORCE;
        this.inForceAt = now;
    }

    /** Another revision has taken its place. */
    void supersede(Instant now) {
        this.status = PlanStatus.SUPERSEDED;
        this.closedAt = now;
    }

    /** The stay has ended: what was in force is over, and what was not is given up. */
    void end(Instant now) {
        this.status = status == PlanStatus.IN_FORCE ? PlanStatus.ENDED : PlanStatus.DISCARDED;
        this.closedAt = now;
    }

    /** Is given up before it was in force. */
    void discard(Instant now) {
        requireStatus(OPEN, "Only a draft, or one that waits for the client, can be given up.");
        this.status = PlanStatus.DISCARDED;
        this.closedAt = now;
    }

    private void requireStatus(Set<PlanStatus> allowed, String advice) {
        if (!allowed.contains(status)) {
            throw new ProblemException(
                    ProgressProblem.PLAN_REVISION_FIXED, "Revision %d is %s. %s".formatted(number, status, advice));
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    int number() {
        return number;
    }

    PlanStatus status() {
        return status;
    }

    PlanContent content() {
        return StoredContent.read(content);
    }

    String contentSha256() {
        return contentSha256;
    }

    Instant draftedAt() {
        return draftedAt;
    }

    String draftedBy() {
        return draftedBy;
    }

    /** When what it says last changed. */
    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    Instant inForceAt() {
        return inForceAt;
    }

    /** When both had signed; never asked of one that was not in force. */
    Instant requireInForceAt() {
        return Objects.requireNonNull(inForceAt, "the revision was never in force");
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }
}
