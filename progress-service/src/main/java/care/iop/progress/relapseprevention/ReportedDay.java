package care.iop.progress.relapseprevention;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person reports of one day, for the plan.
 *
 * @param mood 0 (worst) to 10
 * @param craving 0 (none) to 10
 * @param sleepHalfHours sleep in half hours, 0 to 48
 * @param triggers what pulled at the person
 * @param meetingAttended whether the person was at a support meeting; null when not said
 */
public record ReportedDay(
        LocalDate day,
        int mood,
        int craving,
        boolean substanceUse,
        int sleepHalfHours,
        Set<Trigger> triggers,
        @Nullable Boolean meetingAttended) {

    public ReportedDay {
        triggers = Set.copyOf(triggers);
    }
}
