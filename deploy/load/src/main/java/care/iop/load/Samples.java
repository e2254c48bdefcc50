package care.iop.load;

import java.util.Arrays;
import java.util.Collection;

/** Durations of one kind, sorted. */
final class Samples {

    private final long[] sortedNanos;

    Samples(Collection<long[]> parts) {
        sortedNanos = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    int count() {
        return sortedNanos.length;
    }

    /** The smallest sample that this share (0 to 1) of all samples does not exceed, in milliseconds. */
    double millisAt(double share) {
        if (sortedNanos.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        int rank = (int) Math.ceil(share * sortedNanos.length);
        return sortedNanos[Math.max(0, rank - 1)] / 1e6;
    }
}
