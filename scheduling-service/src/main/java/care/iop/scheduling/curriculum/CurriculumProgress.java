package care.iop.scheduling.curriculum;

import java.util.Set;
import java.util.UUID;

/**
 * How far a client is with the curricula of their groups.
 *
 * @param begun series in which the client has or had a seat in a meeting that teaches something
 * @param had codes of the modules that the client was taught, or will have been before the day that was asked about
 */
public record CurriculumProgress(Set<UUID> begun, Set<String> had) {

    /** Copies the sets. */
    public CurriculumProgress {
        begun = Set.copyOf(begun);
        had = Set.copyOf(had);
    }
}
