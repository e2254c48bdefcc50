package care.iop.progress.episode;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What progress reads of intake's {@code care.iop.intake.level-of-care-changed.v1}: all that an admission says, as it is from
 * {@code startsOn} on.
 */
record LevelOfCareChanged(
        UUID patientId,
        UUID programId,
        String levelOfCare,
        LocalDate admittedOn,
        @Nullable LocalDate startsOn,
        Integer prescribedMinutesPerWeek) {

    LevelOfCareChanged {
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(programId, "programId");
        Objects.requireNonNull(levelOfCare, "levelOfCare");
        Objects.requireNonNull(admittedOn, "admittedOn");
        Objects.requireNonNull(prescribedMinutesPerWeek, "prescribedMinutesPerWeek");
    }

    /** The day from which the level of care is this one: that of the admission when the event doesn't say. */
    LocalDate levelSince() {
        return startsOn == null ? admittedOn : startsOn;
    }

    /** The admission as it is from then on; what only its beginning tells is not known from this. */
    PatientAdmitted asAdmitted() {
        return new PatientAdmitted(
                patientId, programId, levelOfCare, admittedOn, prescribedMinutesPerWeek, null, null, null);
    }
}
