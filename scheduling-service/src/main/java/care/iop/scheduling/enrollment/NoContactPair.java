package care.iop.scheduling.enrollment;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two clients who must never meet, said once for both directions. That there is such a pair is known to staff only: neither
 * client learns of it or of the other.
 */
@Entity
public class NoContactPair {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    private UUID lowerId;
    private UUID higherId;
    private Instant recordedAt;
    private String recordedBy;
    private @Nullable Instant liftedAt;
    private @Nullable String liftedBy;
    private @Nullable String liftedReason;

    @SuppressWarnings("NullAway.Init")
    protected NoContactPair() {}

    @SuppressWarnings("NullAway.Init")
    NoContactPair(UUID id, UUID one, UUID other, Instant recordedAt, String recordedBy) {
        if (one.equals(other)) {
            throw ProblemException.invalid("/enrollmentId", "must not name the client");
        }
        // As the database compares them: by bytes, which is how their texts compare too.
        var oneIsLower = one.toString().compareTo(other.toString()) < 0;
        this.id = id;
        this.lowerId = oneIsLower ? one : other;
        this.higherId = oneIsLower ? other : one;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    /** Is no longer in force; it stays on record with who said so and why. */
    void lift(String reason, Instant at, String by) {
        this.liftedReason = reason.strip();
        this.liftedAt = at;
        this.liftedBy = by;
    }

    UUID lowerId() {
        return lowerId;
    }

    UUID higherId() {
        return higherId;
    }

    /** The one of the two who is not this one. */
    UUID other(UUID enrollmentId) {
        return lowerId.equals(enrollmentId) ? higherId : lowerId;
    }

    NoContactView view(UUID enrollmentId) {
        return new NoContactView(other(enrollmentId), recordedAt, recordedBy, liftedAt, liftedBy, liftedReason);
    }
}
