package care.iop.progress.episode;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** What progress reads of intake's {@code care.iop.intake.patient-admitted.v1}; everything else in it is left alone. */
record PatientAdmitted(
        UUID patientId, UUID programId, String levelOfCare, LocalDate admittedOn, Integer prescribedMinutesPerWeek) {

    PatientAdmitted {
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(programId, "programId");
        Objects.requireNonNull(levelOfCare, "levelOfCare");
        Objects.requireNonNull(admittedOn, "admittedOn");
        Objects.requireNonNull(prescribedMinutesPerWeek, "prescribedMinutesPerWeek");
    }
}
