package care.iop.progress.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * What came of an alert. Who noted it stays in this service.
 *
 * @param rule the identifier of the rule; a text, because rules are added as time goes by
 * @param outcome a code; a text for the same reason
 */
record AlertOutcomeRecorded(
        UUID alertId, UUID patientId, String rule, Severity severity, String outcome, Instant recordedAt) {}
