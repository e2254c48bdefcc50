package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.constraint.Score;

/**
 * Medium and soft quarter points in one {@code long}, so that the search adds and compares them as one number: medium in
 * the upper bits, soft (possibly negative, below 2^33 in size) in the lower 34. The search itself never breaks a hard
 * rule, so hard points need no place.
 */
final class Cost {

    /** Greater than any cost that occurs; two of them still add without overflow. */
    static final long IMPOSSIBLE = Long.MAX_VALUE / 4;

    private static final int SOFT_BITS = 34;
    private static final long HALF = 1L << (SOFT_BITS - 1);

    private Cost() {}

    /** Points of the soft level, times the weight's amount. */
    static long soft(long points) {
        return points * Score.QUARTERS;
    }

    /** Quarter points of the medium level. */
    static long mediumQuarters(long quarterPoints) {
        return quarterPoints << SOFT_BITS;
    }

    /** The score that the cost stands for. */
    static Score score(long cost) {
        long medium = (cost + HALF) >> SOFT_BITS;
        return new Score(0, medium, cost - (medium << SOFT_BITS));
    }

    /** Whether the first cost leaves more unplaced than the second. */
    static boolean leavesMoreUnplaced(long cost, long other) {
        return (cost + HALF) >> SOFT_BITS > (other + HALF) >> SOFT_BITS;
    }
}
