package care.iop.intake.admission;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.patient.AboutPatient;
import care.iop.intake.referral.ReferralSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A referred person has been admitted to a program.
 *
 * @param referralSource who asked the program to take the person in
 * @param firstContactAt when the person, or somebody for the person, first turned to the program
 */
record PatientAdmitted(
        UUID admissionId,
        UUID patientId,
        UUID referralId,
        UUID programId,
        LevelOfCare levelOfCare,
        CriteriaEdition criteriaEdition,
        LocalDate admittedOn,
        int prescribedMinutesPerWeek,
        ReferralSource referralSource,
        Instant firstContactAt)
        implements AboutPatient {

    static final String TOPIC = "intake.admission.v1";
    static final String TYPE = "care.iop.intake.patient-admitted.v1";
}
