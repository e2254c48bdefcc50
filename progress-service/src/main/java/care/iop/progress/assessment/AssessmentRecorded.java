package care.iop.progress.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An instrument has been answered and scored. Single answers never leave this service.
 *
 * @param admissionId the episode it belongs to; null when none is known yet
 * @param total null when too much was left out
 * @param band the code of the total's band; null without a total
 * @param complete whether every scored item was answered
 */
record AssessmentRecorded(
        UUID assessmentId,
        @Nullable UUID admissionId,
        UUID patientId,
        String instrument,
        String scorerVersion,
        @Nullable Integer total,
        @Nullable String band,
        boolean complete,
        Instant takenAt) {

    static AssessmentRecorded of(AssessmentResult result) {
        return new AssessmentRecorded(
                result.id(),
                result.admissionId(),
                result.patientId(),
                result.instrument(),
                result.scorerVersion(),
                result.total(),
                result.band(),
                result.complete(),
                result.takenAt());
    }
}
