package care.iop.progress.alert;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has found.
 *
 * @param signal which of the rule's reasons it is; null for a rule that has one only
 * @param admissionId the episode it belongs to; null when none is known yet
 * @param sourceId the record that the rule looked at, such as an assessment
 */
public record Finding(
        AlertRule rule,
        Severity severity,
        @Nullable AlertSignal signal,
        UUID patientId,
        @Nullable UUID admissionId,
        UUID sourceId) {}
