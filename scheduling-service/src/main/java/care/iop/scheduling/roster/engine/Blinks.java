package care.iop.scheduling.roster.engine;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the search overlooks now and then when it puts a client's week together: a group, or a clinician's day. The best week given
 * the others is often the one that was there before; without blinking, the search stays where it is (J. Christiaens and G. Vanden
 * Berghe, Slack Induction by String Removals, Transportation Science 54, 2020).
 */
final class Blinks {

    /** Overlooks nothing. */
    static final Blinks NONE = new Blinks(null);

    private static final int PERCENT_OF_GROUPS = 10;
    private static final int PERCENT_OF_DAYS = 5;

    private final @Nullable SplittableRandom random;

    Blinks(@Nullable SplittableRandom random) {
        this.random = random;
    }

    boolean overlooksGroup() {
        return random != null && random.nextInt(100) < PERCENT_OF_GROUPS;
    }

    /** Of one clinician, for sessions of one kind. */
    boolean overlooksDay() {
        return random != null && random.nextInt(100) < PERCENT_OF_DAYS;
    }
}
