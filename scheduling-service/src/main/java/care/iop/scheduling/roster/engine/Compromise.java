package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.constraint.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A wish of a client that a roster does not meet.
 *
 * @param sessionId the session that it is about, absent when it is about the group or the week
 * @param wish the rule that says what is wished for
 * @param reason why it is not met, in plain words for a scheduler, without personal data
 * @param nearestAlternative what would make it possible, when that is easy to say
 */
public record Compromise(
        String clientId,
        @Nullable String sessionId,
        Rule wish,
        String reason,
        @Nullable String nearestAlternative) {}
