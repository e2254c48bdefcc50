package care.iop.progress.alert;

import java.time.Instant;
import java.util.UUID;

/** A named person has looked at an alert. Who that was stays in this service. */
record AlertAcknowledged(
        UUID alertId,
        UUID patientId,
        AlertRule rule,
        Severity severity,
        AcknowledgementReason reason,
        Instant acknowledgedAt) {}
