package care.iop.scheduling.roster.engine;

/**
 * The temperature of the search in quarter points: from a few points down to half a point, evenly on a logarithmic scale. Cooling
 * takes so many steps for each client, but at least a share of the whole search, and all of it when there are no more steps than that. It follows
 * the steps when they are limited, so that the result does not depend on the clock, and otherwise the time.
 */
final class Cooling {

    /** Where cooling ends. */
    static final double LAST = 2;

    private static final double FIRST = 15;
    private static final double STEPS_EACH = 5000;
    private static final double LEAST_SHARE = 0.3;

    private final Limits limits;
    private final double steps;
    private final boolean always;

    /**
     * @param clients who may be moved
     * @param always whether it goes on to the end of the search, however long that is
     */
    Cooling(Limits limits, int clients, boolean always) {
        this.limits = limits;
        this.steps = STEPS_EACH * clients;
        this.always = always;
    }

    /** From 0 at the start to 1 when cooling is over. */
    double progress(long step, long elapsedNanos) {
        boolean byTime = limits.steps() == Limits.ANY_STEPS;
        double done = byTime ? (double) elapsedNanos / limits.time().toNanos() : (double) step / limits.steps();
        double expected = byTime ? step / Math.max(done, 1e-9) : limits.steps();
        double share = always || expected <= steps ? 1 : Math.max(LEAST_SHARE, steps / expected);
        return Math.min(1, done / share);
    }

    double temperature(long step, long elapsedNanos) {
        return between(FIRST, progress(step, elapsedNanos));
    }

    /**
     * The temperature on the way down from another one.
     *
     * @param progress from 0 at the start to 1
     */
    static double between(double first, double progress) {
        return first * Math.pow(LAST / first, progress);
    }
}
