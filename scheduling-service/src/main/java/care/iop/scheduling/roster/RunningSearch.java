package care.iop.scheduling.roster;

import care.iop.scheduling.roster.RosterProgress.Point;
import care.iop.scheduling.roster.engine.constraint.Level;
import care.iop.scheduling.roster.engine.constraint.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One search under way: the searching thread tells how far it is, and another thread keeps that and may stop it. */
final class RunningSearch {

    private static final int MOST_POINTS = 200;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int PERCENT = 100;

    private final int attempt;
    private final Duration limit;
    private final LongSupplier nanoTime;
    private final long startedAtNanos;
    private final List<Point> history = new ArrayList<>();
    private volatile boolean stopped;
    private long steps;
    private @Nullable Score best;

    RunningSearch(int attempt, Duration limit, LongSupplier nanoTime) {
        this.attempt = attempt;
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.startedAtNanos = nanoTime.getAsLong();
    }

    int attempt() {
        return attempt;
    }

    /** Asks the searching thread to end soon, without a result. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Takes what the search has reached. */
    synchronized void reach(long steps, Score score) {
        this.steps = steps;
        var former = best;
        if (former == null || score.compareTo(former) < 0) {
            best = score;
            history.add(new Point(seconds(), score.points(Level.MEDIUM), score.points(Level.SOFT)));
            if (history.size() > MOST_POINTS) {
                thinOut();
            }
        }
    }

    /** Every second point of the older half goes: the shape of the curve stays, and its end is exact. */
    private void thinOut() {
        for (int i = history.size() / 2; i > 0; i -= 2) {
            history.remove(i);
        }
    }

    /** How far it is; the percentage grows also while nothing becomes better. */
    synchronized RosterProgress progress() {
        return new RosterProgress(
                attempt,
                (int) Math.min(PERCENT, seconds() * NANOS_PER_SECOND * PERCENT / limit.toNanos()),
                steps,
                history.isEmpty() ? null : history.get(history.size() - 1),
                history);
    }

    private double seconds() {
        return Math.round((nanoTime.getAsLong() - startedAtNanos) / NANOS_PER_SECOND * 1000) / 1000.0;
    }
}
