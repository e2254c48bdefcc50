package care.iop.progress.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert has been raised.
 *
 * @param admissionId the episode it belongs to; null when none is known yet
 * @param sourceId the record that the rule looked at
 */
record AlertRaised(
        UUID alertId,
        UUID patientId,
        @Nullable UUID admissionId,
        AlertRule rule,
        Severity severity,
        Instant raisedAt,
        UUID sourceId) {

    static AlertRaised of(Alert alert) {
        return new AlertRaised(
                alert.id(),
                alert.patientId(),
                alert.admissionId(),
                alert.rule(),
                alert.severity(),
                alert.raisedAt(),
                alert.sourceId());
    }
}
