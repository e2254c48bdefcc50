package care.iop.progress.assessment;

import care.iop.chassis.outbox.OutgoingEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A result was entered in error and counts nowhere any more; nothing stands in its place.
 *
 * @param admissionId the episode it was recorded for; null when none was known
 */
record AssessmentVoided(
        UUID assessmentId,
        @Nullable UUID admissionId,
        UUID patientId,
        String instrument,
        VoidReason reason,
        Instant voidedAt) {

    /** The event about a result that was voided at this moment. */
    static OutgoingEvent event(AssessmentResult result, VoidReason reason, Instant voidedAt) {
        return new OutgoingEvent(
                "progress.assessment.v1",
                "care.iop.progress.assessment-voided.v1",
                result.id(),
                result.version(),
                new AssessmentVoided(
                        result.id(), result.admissionId(), result.patientId(), result.instrument(), reason, voidedAt));
    }
}
