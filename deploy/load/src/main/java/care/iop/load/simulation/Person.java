package care.iop.load.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person with one episode.
 *
 * @param endedOn the day of the discharge; null while the episode goes on
 * @param disposition how the episode ends or will end
 * @param days each day from the admission to the last one simulated or the discharge, whether it was reported or not
 */
public record Person(
        UUID patientId,
        UUID admissionId,
        UUID programId,
        LocalDate admittedOn,
        @Nullable LocalDate endedOn,
        Disposition disposition,
        int prescribedMinutesPerWeek,
        List<Day> days,
        List<Session> sessions,
        List<Score> scores) {

    /**
     * How one day went.
     *
     * @param mood 0 worst to 10 best
     * @param craving 0 none to 10 strongest
     * @param sleepHalfHours sleep in half hours
     * @param reported whether the person told of it
     * @param checkInId of the report, if there is one
     */
    public record Day(
            LocalDate on, int mood, int craving, boolean used, int sleepHalfHours, boolean reported, UUID checkInId) {}

    /** One booked session and what became of it, in scheduling's attendance codes. */
    public record Session(UUID id, LocalDate on, int plannedMinutes, String code, int deliveredMinutes) {}

    /** One PHQ-9: nine answers of 0 to 3, without thoughts of death or self-harm in the ninth, since no alert goes with them. */
    public record Score(UUID id, LocalDate on, List<Integer> answers) {

        /** The sum of the answers, 0 to 27. */
        public int total() {
            return answers.stream().mapToInt(Integer::intValue).sum();
        }
    }
}
