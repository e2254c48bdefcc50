package care.iop.progress.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * Nobody has answered an alert in time.
 *
 * @param rule the identifier of the rule; a text, because rules are added as time goes by
 * @param escalations how often nobody answered, this time with them
 */
record AlertEscalated(
        UUID alertId, UUID patientId, String rule, Severity severity, int escalations, Instant escalatedAt) {}
