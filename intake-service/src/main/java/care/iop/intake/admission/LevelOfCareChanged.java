package care.iop.intake.admission;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
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
        int prescribedMinutesPerWeek) {

    static final String TYPE = "care.iop.intake.level-of-care-changed.v1";
}
