package care.iop.progress.patient;

import java.util.List;
import java.util.UUID;

/** What progress reads of intake's {@code patient-merged} and {@code patient-merge-undone} events. */
record PatientMerged(UUID mergeId, UUID survivorId, UUID mergedId, List<UUID> admissionIds) {

    /** Refuses an event that lacks something, or merges a patient with itself. */
    @SuppressWarnings("NullAway") // what is missing in JSON arrives as null
    PatientMerged {
        if (mergeId == null || survivorId == null || mergedId == null || admissionIds == null) {
            throw new IllegalArgumentException("a merge needs all its fields");
        }
        if (survivorId.equals(mergedId)) {
            throw new IllegalArgumentException("a patient can't be merged with itself");
        }
        admissionIds = List.copyOf(admissionIds);
    }
}
