package care.iop.intake.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Two patients stand for themselves again; {@code admissionIds} are those that went back to the one who was merged. */
record PatientMergeUndone(UUID mergeId, UUID survivorId, UUID mergedId, List<UUID> admissionIds, Instant undoneAt) {

    static final String TYPE = "care.iop.intake.patient-merge-undone.v1";

    PatientMergeUndone {
        admissionIds = List.copyOf(admissionIds);
    }
}
