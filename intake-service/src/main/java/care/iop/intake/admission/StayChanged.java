package care.iop.intake.admission;

import java.util.UUID;

/** A stay began, changed or ended; told within this service, in the same transaction. */
public record StayChanged(UUID admissionId, UUID patientId) {}
