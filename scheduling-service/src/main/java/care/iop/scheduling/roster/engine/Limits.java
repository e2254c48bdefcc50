package care.iop.scheduling.roster.engine;

import java.time.Duration;

/**
 * How far a search may go: the smaller of the two limits ends it. Under the same seed and step limit, and when time does
 * not run out first, the result is the same.
 *
 * @param steps improvement steps after every client is placed once; 0 means only that; the search paces itself by them
 * @param time wall time for the whole search
 * @param seed of the search's random choices
 */
public record Limits(long steps, Duration time, long seed) {

    /** As many steps as the time allows; then the search paces itself by time, and results differ from run to run. */
    public static final long ANY_STEPS = Long.MAX_VALUE;

    /** Refuses negative steps and a time that is not positive. */
    public Limits {
        if (steps < 0 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(
                    "Limits must have non-negative steps and a positive time, but have %d and %s."
                            .formatted(steps, time));
        }
    }
}
