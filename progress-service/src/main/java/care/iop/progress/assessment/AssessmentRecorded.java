package care.iop.progress.assessment;

import care.iop.chassis.outbox.OutgoingEvent;
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
 * @param correctsId the result that this one stands in place of; null when it corrects none
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
        Instant takenAt,
        @Nullable UUID correctsId) {

    /** The event about a result. */
    static OutgoingEvent event(AssessmentResult result) {
        return new OutgoingEvent(
                "progress.assessment.v1",
                "care.iop.progress.assessment-recorded.v1",
                result.id(),
                result.version(),
                of(result));
    }

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
                result.takenAt(),
                result.corrects());
    }
}
