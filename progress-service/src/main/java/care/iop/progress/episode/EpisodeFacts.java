package care.iop.progress.episode;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other features may know of an episode.
 *
 * @param levelSince the day since which the level of care is what it is
 * @param endedOn the day of the discharge; null while the person is in treatment
 */
public record EpisodeFacts(
        UUID admissionId,
        UUID patientId,
        UUID programId,
        String levelOfCare,
        LocalDate admittedOn,
        LocalDate levelSince,
        int prescribedMinutesPerWeek,
        @Nullable LocalDate endedOn) {

    static EpisodeFacts of(Episode episode) {
        return new EpisodeFacts(
                episode.id(),
                episode.patientId(),
                episode.programId(),
                episode.levelOfCare(),
                episode.admittedOn(),
                episode.levelSince(),
                episode.prescribedMinutesPerWeek(),
                episode.endedOn());
    }
}
