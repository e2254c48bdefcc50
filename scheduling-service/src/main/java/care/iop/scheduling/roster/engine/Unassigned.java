package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.constraint.Rule;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something that the week could not hold: a client's group ({@code sessionId} absent) or one of the client's sessions.
 *
 * @param blockedBy the hard rules that stand in the way: of any group, or of the session's nearest possibilities
 * @param reason why, in plain words for a scheduler, without personal data
 * @param nearestAlternative what would make it possible, when that is easy to say
 */
public record Unassigned(
        String clientId,
        @Nullable String sessionId,
        Set<Rule> blockedBy,
        String reason,
        @Nullable String nearestAlternative) {

    /** Copies the rules, in the order of their names' list. */
    public Unassigned {
        blockedBy = Collections.unmodifiableSet(new TreeSet<>(blockedBy));
    }
}
