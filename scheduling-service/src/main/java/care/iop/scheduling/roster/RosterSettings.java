package care.iop.scheduling.roster;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How roster runs are worked on. */
@ConfigMapping(prefix = "scheduling.roster")
interface RosterSettings {

    /** Runs at a time. */
    int threads();

    /** Runs that may wait. */
    int queue();

    /** Improvement steps at the most, so that a small program does not use up its time limit. */
    long steps();

    /** How often a run is tried before it is marked as failed: its process may die each time. */
    int tries();

    /** How long a run outlives the last sign of its process. */
    Duration lease();
}
