package care.iop.scheduling.roster.engine.problem;

import org.jspecify.annotations.Nullable;

/**
 * What a client would like: a track, a modality, a gender-specific group, and a number of days (0 to 7) to come. A
 * track or modality that is absent is a matter of indifference.
 */
public record Preferences(
        @Nullable String trackId, @Nullable Modality modality, boolean ownGenderGroup, int targetDays) {

    /** Refuses a target outside 0 to 7 days. */
    public Preferences {
        if (targetDays < 0 || targetDays > 7) {
            throw new IllegalArgumentException("A client can wish for 0 to 7 days, but not for " + targetDays + ".");
        }
    }
}
