package care.iop.intake.patient;

import java.util.UUID;

/** Within the transaction: a person was registered, or what is known of them was replaced, and the database has it. */
public record PatientDescribed(UUID patientId) {}
