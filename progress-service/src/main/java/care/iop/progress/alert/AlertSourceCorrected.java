package care.iop.progress.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * The answers that raised an alert were corrected, and would not raise it any more. The alert stays open until a human ends it.
 *
 * @param rule the identifier of the rule; a text, because rules are added as time goes by
 * @param sourceId the record that the rule had looked at
 */
record AlertSourceCorrected(
        UUID alertId, UUID patientId, String rule, Severity severity, UUID sourceId, Instant correctedAt) {}
