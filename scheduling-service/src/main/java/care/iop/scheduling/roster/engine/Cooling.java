package care.iop.scheduling.roster.engine;

/**
 * The temperature of the search in quarter points: from several points down to half a point, evenly on a logarithmic scale. It follows the
 * steps when they are limited, so that the result does not depend on the clock, and otherwise the time.
 */
final class Cooling {

    private static final double FIRST = 25;
    private static final double LAST = 2;

    private final Limits limits;

    Cooling(Limits limits) {
        this.limits = limits;
    }

    double temperature(long step, long elapsedNanos) {
        double progress = limits.steps() == Limits.ANY_STEPS
                ? (double) elapsedNanos / limits.time().toNanos()
                : (double) step / limits.steps();
        return FIRST * Math.pow(LAST / FIRST, Math.min(1, progress));
    }
}
