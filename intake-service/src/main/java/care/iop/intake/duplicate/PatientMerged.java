package care.iop.intake.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One patient's record stands for another's; {@code admissionIds} are those that went to the survivor. */
record PatientMerged(UUID mergeId, UUID survivorId, UUID mergedId, List<UUID> admissionIds, Instant mergedAt) {

    static final String TOPIC = "intake.patient.v1";
    static final String TYPE = "care.iop.intake.patient-merged.v1";

    PatientMerged {
        admissionIds = List.copyOf(admissionIds);
    }
}
