package care.iop.scheduling.enrollment;

import java.time.LocalDate;
import java.util.UUID;

/** What scheduling reads of intake's {@code patient-admitted} event. */
record Admission(
        UUID admissionId,
        UUID patientId,
        UUID programId,
        String levelOfCare,
        LocalDate admittedOn,
        Integer prescribedMinutesPerWeek) {

    private static final int MINUTES_PER_WEEK = 7 * 24 * 60;

    /** Refuses an event that lacks something or prescribes more than a week has. */
    @SuppressWarnings("NullAway") // what is missing in JSON arrives as null
    Admission {
        if (admissionId == null
                || patientId == null
                || programId == null
                || levelOfCare == null
                || admittedOn == null
                || prescribedMinutesPerWeek == null) {
            throw new IllegalArgumentException("an admission needs all its fields");
        }
        if (prescribedMinutesPerWeek < 0 || prescribedMinutesPerWeek > MINUTES_PER_WEEK) {
            throw new IllegalArgumentException("a week can't hold " + prescribedMinutesPerWeek + " minutes");
        }
    }
}
