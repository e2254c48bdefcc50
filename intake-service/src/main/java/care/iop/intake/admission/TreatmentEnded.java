package care.iop.intake.admission;

import java.util.UUID;

/** A person was discharged; told within this service, in the transaction of the discharge. */
public record TreatmentEnded(UUID patientId) {}
