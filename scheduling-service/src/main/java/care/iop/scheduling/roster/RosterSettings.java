package care.iop.scheduling.roster;

import care.iop.scheduling.roster.engine.Limits;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How roster runs are worked on. */
@ConfigMapping(prefix = "scheduling.roster")
interface RosterSettings {

    /** Runs at a time. */
    int threads();

    /** Runs that may wait. */
    int queue();

    /** Improvement steps for each client of a small program, so that it does not use up its time limit. */
    long stepsPerClient();

    /** Up to so many clients a program is small; the search of a larger one takes the time it is given. */
    int smallProgram();

    /** A Saturday or Sunday with no more minutes is a check-in and counts as no day of treatment; 0 when there are none. */
    int weekendCheckInMinutes();

    /** How often a run is tried before it is marked as failed: its process may die each time. */
    int tries();

    /** How long a run outlives the last sign of its process. */
    Duration lease();

    /** How many improvement steps a search for so many clients may take; at least those of five clients. */
    default long stepsFor(int clients) {
        return clients > smallProgram() ? Limits.ANY_STEPS : stepsPerClient() * Math.max(5, clients);
    }
}
