package care.iop.intake.admission;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.patient.AboutPatient;
import java.time.LocalDate;
import java.util.UUID;

/** A clinician has placed an admitted person at another level, program, phase or dose, from a day on. */
record LevelOfCareChanged(
        UUID admissionId,
        UUID patientId,
        UUID referralId,
        UUID programId,
        LevelChangeKind kind,
        Phase phase,
        LevelOfCare levelOfCare,
        CriteriaEdition criteriaEdition,
        LocalDate admittedOn,
        LocalDate startsOn,
        int prescribedMinutesPerWeek)
        implements AboutPatient {

    static final String TYPE = "care.iop.intake.level-of-care-changed.v1";
}
