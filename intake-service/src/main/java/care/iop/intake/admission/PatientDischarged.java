package care.iop.intake.admission;

import care.iop.intake.level.LevelOfCare;
import care.iop.intake.patient.AboutPatient;
import java.time.LocalDate;
import java.util.UUID;

/** A stay has ended; {@code tedsReason} is the TEDS REASON, 1 to 7, that the end reason counts as. */
record PatientDischarged(
        UUID admissionId,
        UUID patientId,
        UUID programId,
        LevelOfCare levelOfCare,
        LocalDate admittedOn,
        LocalDate dischargedOn,
        LocalDate lastContactOn,
        EndReason reason,
        int tedsReason)
        implements AboutPatient {

    static final String TYPE = "care.iop.intake.patient-discharged.v1";
}
