package care.iop.progress.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * A named person has looked at an alert. Who that was stays in this service.
 *
 * @param rule the identifier of the rule; a text, because rules are added as time goes by
 * @param reason what was done, as a code; a text for the same reason
 */
record AlertAcknowledged(
        UUID alertId, UUID patientId, String rule, Severity severity, String reason, Instant acknowledgedAt) {}
