package care.iop.progress.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan that clinician and client have signed, as other features may tell of it. Drafts are nobody's business, and signed
 * revisions that another has superseded aren't either.
 *
 * @param admissionId of the plan, too
 * @param revision the number of the revision that is in force, or was when the stay ended
 * @param problems what is to change, in the words that were signed
 * @param endedAt when the stay ended; null while the plan is in force
 */
public record PlanOfCare(
        UUID admissionId,
        UUID patientId,
        int revision,
        Instant inForceAt,
        @Nullable Instant endedAt,
        List<String> problems,
        List<Objective> objectives,
        List<Sessions> sessions) {

    /** Keeps copies. */
    public PlanOfCare {
        problems = List.copyOf(problems);
        objectives = List.copyOf(objectives);
        sessions = List.copyOf(sessions);
    }

    /**
     * A step of the plan.
     *
     * @param key tells it from the others of its plan, over all revisions
     * @param goal what it is a step towards
     * @param standingSince when somebody last said how it stands; null when nobody has
     * @param notes how often somebody has said so
     */
    public record Objective(
            String key,
            String goal,
            String statement,
            LocalDate targetOn,
            ObjectiveStatus standing,
            @Nullable Instant standingSince,
            int notes) {}

    /** Sessions of one kind and length that are prescribed for each week. */
    public record Sessions(String kind, int minutes, int timesPerWeek) {}
}
