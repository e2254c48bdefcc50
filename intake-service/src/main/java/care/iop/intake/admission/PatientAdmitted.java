package care.iop.intake.admission;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import java.time.LocalDate;
import java.util.UUID;

/** A referred person has been admitted to a program. */
record PatientAdmitted(
        UUID admissionId,
        UUID patientId,
        UUID referralId,
        UUID programId,
        LevelOfCare levelOfCare,
        CriteriaEdition criteriaEdition,
        LocalDate admittedOn,
        int prescribedMinutesPerWeek) {

    static final String TOPIC = "intake.admission.v1";
    static final String TYPE = "care.iop.intake.patient-admitted.v1";
}
