package care.iop.scheduling.roster.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Improves a roster by two searches side by side, in rounds of so many steps: both start a round from the same roster, and at its
 * end what the second has found is done to the roster of the first as far as it fits. What a search finds in a round depends
 * on nothing but the roster, its own random choices and the temperature, so the result is the same whether they run on two cores
 * or one after the other.
 */
final class Improvement {

    private static final int SEARCHERS = 2;
    private static final int STEPS_A_ROUND = 64;

    private final RosterState state;
    private final boolean sideBySide;
    private final List<Searcher> searchers = new ArrayList<>();

    Improvement(RosterState state, long seed) {
        this(state, seed, Runtime.getRuntime().availableProcessors() > 1);
    }

    Improvement(RosterState state, long seed, boolean sideBySide) {
        this.state = state;
        this.sideBySide = sideBySide;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < SEARCHERS; i++) {
            RosterState own = i == 0 ? state : RosterState.empty(state.problem);
            searchers.add(new Searcher(own, random.split()));
        }
    }

    /** Runs until the steps are done or time is out, and answers the number of steps taken. */
    long run(Limits limits, Watch watch) {
        Snapshot best = Snapshot.of(state);
        watch.improved(0, best.cost());
        if (state.problem.movable.length == 0) {
            return 0;
        }
        Cooling cooling = new Cooling(limits);
        ExecutorService helper = sideBySide
                ? Executors.newSingleThreadExecutor(task -> {
                    Thread thread = new Thread(task, "roster-search");
                    thread.setDaemon(true);
                    return thread;
                })
                : null;
        try {
            long step = 0;
            boolean over = false;
            while (step < limits.steps() && !over) {
                Snapshot start = Snapshot.of(state);
                start.restore(searchers.get(1).state);
                long all = Math.min(SEARCHERS * STEPS_A_ROUND, limits.steps() - step);
                int second = (int) (all / SEARCHERS);
                int first = (int) (all - second);
                double temperature = cooling.temperature(step, watch.elapsedNanos());
                for (Searcher searcher : searchers) {
                    searcher.begin(best.cost());
                }
                int[] done = new int[SEARCHERS];
                Future<?> side = helper == null
                        ? null
                        : helper.submit(() -> {
                            done[1] = round(searchers.get(1), second, temperature, watch);
                        });
                for (int i = 0; i < first && !watch.isOver(); i++) {
                    searchers.get(0).step(temperature);
                    done[0]++;
                }
                if (side == null) {
                    done[1] = round(searchers.get(1), second, temperature, watch);
                } else {
                    await(side);
                }
                step += done[0] + done[1];
                over = done[0] < first;
                merge();
                best = best(best);
                watch.improved(step, best.cost());
            }
            best.restore(state);
            return step;
        } finally {
            if (helper != null) {
                helper.shutdown();
            }
        }
    }

    private static int round(Searcher searcher, int steps, double temperature, Watch watch) {
        int done = 0;
        while (done < steps && !watch.wasOver()) {
            searcher.step(temperature);
            done++;
        }
        return done;
    }

    private static void await(Future<?> side) {
        boolean interrupted = false;
        while (true) {
            try {
                side.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException("The search at the side failed.", e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does to the first roster what the second search has kept, where that still fits and adds no more there than here. */
    private void merge() {
        Searcher second = searchers.get(1);
        for (int i = 0; i < second.moves.size(); i++) {
            second.moves.get(i).replay(state, Math.max(0, second.added.get(i)));
        }
    }

    private Snapshot best(Snapshot known) {
        Snapshot best = known;
        if (state.cost() < best.cost()) {
            best = Snapshot.of(state);
        }
        for (Searcher searcher : searchers) {
            if (searcher.best != null && searcher.best.cost() < best.cost()) {
                best = searcher.best;
            }
        }
        return best;
    }
}
