package care.iop.intake.admission;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.patient.AboutPatient;
import care.iop.intake.payer.PayerCategory;
import care.iop.intake.referral.ReferralSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referred person has been admitted to a program.
 *
 * @param referralSource who asked the program to take the person in
 * @param firstContactAt when the person, or somebody for the person, first turned to the program
 * @param payerCategory who pays for the stay by what settles it on its first day; null in events from before it was told
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
        Instant firstContactAt,
        @Nullable PayerCategory payerCategory)
        implements AboutPatient {

    static final String TOPIC = "intake.admission.v1";
    static final String TYPE = "care.iop.intake.patient-admitted.v1";
}
