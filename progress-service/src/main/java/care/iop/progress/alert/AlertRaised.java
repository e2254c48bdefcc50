package care.iop.progress.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert has been raised.
 *
 * @param admissionId the episode it belongs to; null when none is known yet
 * @param rule the identifier of the rule in the clinic's alert policy; a text, because rules are added as time goes by
 * @param signal which of the rule's reasons it is, as a code; null for a rule with one
 * @param sourceId the record that the rule looked at
 */
record AlertRaised(
        UUID alertId,
        UUID patientId,
        @Nullable UUID admissionId,
        String rule,
        Severity severity,
        Instant raisedAt,
        UUID sourceId,
        @Nullable String signal) {

    static AlertRaised of(Alert alert) {
        return new AlertRaised(
                alert.id(),
                alert.patientId(),
                alert.admissionId(),
                alert.rule().id(),
                alert.severity(),
                alert.raisedAt(),
                alert.sourceId(),
                alert.signal() == null ? null : alert.signal().name());
    }
}
