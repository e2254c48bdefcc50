package care.iop.intake.patient;

import java.util.UUID;

/** A fact about one patient. */
public interface AboutPatient {

    UUID patientId();
}
