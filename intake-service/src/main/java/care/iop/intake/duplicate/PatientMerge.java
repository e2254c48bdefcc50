package care.iop.intake.duplicate;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.person.PrivateText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That one record stands for another, from a person's decision until it is undone. */
@Entity
@Table(name = "patient_merge")
class PatientMerge {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID survivorId;

    private UUID mergedId;

    private PrivateText reason;

    private Instant mergedAt;

    private String mergedBy;

    private @Nullable Instant undoneAt;

    private @Nullable String undoneBy;

    private @Nullable PrivateText undoReason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PatientMerge() {}

    PatientMerge(UUID id, MergeRequest request, String mergedBy, Instant mergedAt) {
        this.id = id;
        this.survivorId = request.survivorId();
        this.mergedId = request.mergedId();
        this.reason = request.reason();
        this.mergedBy = mergedBy;
        this.mergedAt = mergedAt;
    }

    /** Notes that the two are different people after all. */
    void undo(PrivateText because, String who, Instant at) {
        if (undoneAt != null) {
            throw new ProblemException(
                    IntakeProblem.MERGE_UNDO_NOT_SAFE, "The merge was undone already. Read both patients again.");
        }
        undoneAt = at;
        undoneBy = who;
        undoReason = because;
    }

    UUID id() {
        return id;
    }

    UUID survivorId() {
        return survivorId;
    }

    UUID mergedId() {
        return mergedId;
    }

    long version() {
        return version;
    }

    PatientMerged merged(List<UUID> admissionIds) {
        return new PatientMerged(id, survivorId, mergedId, admissionIds, mergedAt);
    }

    PatientMergeUndone undone(List<UUID> admissionIds, Instant at) {
        return new PatientMergeUndone(id, survivorId, mergedId, admissionIds, at);
    }

    PatientMergeView view(Map<String, Long> movedRows) {
        return new PatientMergeView(
                id, survivorId, mergedId, reason, mergedAt, mergedBy, movedRows, undoneAt, undoneBy, undoReason);
    }
}
