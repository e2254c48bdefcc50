package care.iop.progress.cadence;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One episode as the query for due work finds it.
 *
 * @param endedOn the day of the discharge; null while the person is in treatment
 * @param checkedInOn the newest day reported; null when there is none
 */
record EpisodeRow(
        UUID admissionId,
        UUID patientId,
        UUID programId,
        String levelOfCare,
        LocalDate admittedOn,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate checkedInOn) {}
