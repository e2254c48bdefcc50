package care.iop.scheduling.enrollment;

import care.iop.scheduling.clinician.Modality;
import care.iop.scheduling.program.PrescribedSessions;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What scheduling reads of progress's {@code treatment-plan-in-force} event. */
record PlanInForce(
        UUID admissionId,
        Integer revision,
        Integer daysPerWeek,
        List<PrescribedSessions> sessions,
        Set<Modality> modalities) {

    private static final int DAYS_OF_WEEK = 7;

    /** Refuses an event that lacks something or that no week can hold. */
    @SuppressWarnings("NullAway") // what is missing in JSON arrives as null
    PlanInForce {
        if (admissionId == null || revision == null || daysPerWeek == null || sessions == null || modalities == null) {
            throw new IllegalArgumentException("a plan in force needs all its fields");
        }
        if (sessions.isEmpty() || sessions.stream().anyMatch(entry -> entry == null || !entry.fitsInAWeek())) {
            throw new IllegalArgumentException(
                    "a plan in force needs sessions of 15 to 480 minutes, 1 to 7 times a week");
        }
        if (revision < 1 || daysPerWeek < 1 || daysPerWeek > DAYS_OF_WEEK) {
            throw new IllegalArgumentException("a plan in force needs a revision from 1 on, and 1 to 7 days a week");
        }
        sessions = List.copyOf(sessions);
        modalities = Set.copyOf(modalities);
    }
}
