package care.iop.scheduling.roster.engine;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Time, cancellation and progress of one search. */
final class Watch {

    private static final long BETWEEN_REPORTS = Duration.ofMillis(250).toNanos();

    private final LongSupplier nanoTime;
    private final long start;
    private final long nanos;
    private final SearchListener listener;
    private final BooleanSupplier cancelled;
    private long now;
    private volatile boolean over;
    private long reportedAt;

    Watch(LongSupplier nanoTime, Duration time, SearchListener listener, BooleanSupplier cancelled) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.nanos = time.toNanos();
        this.listener = listener;
        this.cancelled = cancelled;
        this.now = start;
        this.reportedAt = start - BETWEEN_REPORTS;
    }

    /** Whether the search has to end. */
    boolean isOver() {
        now = nanoTime.getAsLong();
        over = over || now - start >= nanos || cancelled.getAsBoolean();
        return over;
    }

    /** Whether it was over when it was last asked; for other threads. */
    boolean wasOver() {
        return over;
    }

    /** Since the start, as of the last question. */
    long elapsedNanos() {
        return now - start;
    }

    /** Tells the listener of a better roster, unless it has just heard of one. */
    void improved(long steps, long bestCost) {
        if (now - reportedAt >= BETWEEN_REPORTS) {
            report(steps, bestCost);
        }
    }

    /** Tells the listener in any case. */
    void report(long steps, long bestCost) {
        reportedAt = now;
        listener.progressed(new SearchProgress(steps, Cost.score(bestCost), Duration.ofNanos(reportedAt - start)));
    }
}
