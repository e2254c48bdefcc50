package care.iop.progress.alert;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has found.
 *
 * @param admissionId the episode it belongs to; null when none is known yet
 * @param sourceId the record that the rule looked at, such as an assessment
 */
public record Finding(
        AlertRule rule,
        Severity severity,
        UUID patientId,
        @Nullable UUID admissionId,
        UUID sourceId) {}
