package care.iop.progress.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What progress reads of intake's {@code care.iop.intake.patient-admitted.v1}; everything else in it is left alone.
 *
 * @param referralSource null in events from before it was told
 * @param firstContactAt null in events from before it was told
 * @param payerCategory null in events from before it was told
 */
record PatientAdmitted(
        UUID patientId,
        UUID programId,
        String levelOfCare,
        LocalDate admittedOn,
        Integer prescribedMinutesPerWeek,
        @Nullable String referralSource,
        @Nullable Instant firstContactAt,
        @Nullable String payerCategory) {

    PatientAdmitted {
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(programId, "programId");
        Objects.requireNonNull(levelOfCare, "levelOfCare");
        Objects.requireNonNull(admittedOn, "admittedOn");
        Objects.requireNonNull(prescribedMinutesPerWeek, "prescribedMinutesPerWeek");
    }
}
