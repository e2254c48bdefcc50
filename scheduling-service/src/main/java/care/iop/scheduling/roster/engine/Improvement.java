package care.iop.scheduling.roster.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Improves a roster by two searches side by side. At first they cool it down, in rounds of so many steps: both start a round from the same
 * roster, and at its end what the second has found is done to the roster of the first as far as it fits. Which groups there are is
 * soon settled then. So afterwards, as long as there is time, each changes the groups of the best roster somewhere, warms it up a little,
 * cools it down again, and the better one counts when it is better than the best (iterated local search). What a search finds
 * depends on nothing but the roster, its own random choices and the temperature, so the result is the same whether they run on
 * two cores or one after the other.
 */
final class Improvement {

    private static final int SEARCHERS = 2;
    private static final int STEPS_A_ROUND = 64;

    /** Steps for each client who may be moved, once groups have changed. */
    private static final int STEPS_A_CHANGE = 80;

    private static final double WARM = 12;

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
        int clients = state.problem.movable.length;
        if (clients == 0) {
            return 0;
        }
        boolean groupsAreFixed = state.problem.cohorts.stream().allMatch(IndexedCohort::isFixed);
        Cooling cooling = new Cooling(limits, clients, groupsAreFixed);
        ExecutorService helper = sideBySide
                ? Executors.newSingleThreadExecutor(task -> {
                    Thread thread = new Thread(task, "roster-search");
                    thread.setDaemon(true);
                    return thread;
                })
                : null;
        try {
            long step = 0;
            boolean cooled = false;
            while (step < limits.steps() && !watch.wasOver()) {
                long left = limits.steps() - step;
                cooled = cooled || cooling.progress(step, watch.elapsedNanos()) >= 1;
                if (!cooled) {
                    double temperature = cooling.temperature(step, watch.elapsedNanos());
                    Snapshot.of(state).restore(searchers.get(1).state);
                    step += sideBySide(
                            helper,
                            watch,
                            best.cost(),
                            Math.min(SEARCHERS * STEPS_A_ROUND, left),
                            progress -> temperature);
                    merge();
                } else {
                    for (Searcher searcher : searchers) {
                        best.restore(searcher.state);
                        searcher.changeGroups();
                    }
                    step += sideBySide(
                            helper,
                            watch,
                            best.cost(),
                            Math.min((long) SEARCHERS * STEPS_A_CHANGE * clients, left),
                            progress -> Cooling.between(WARM, progress));
                }
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

    /**
     * Both take half of the steps, on two threads when there is a helper.
     *
     * @param temperature by the progress from 0 to 1
     * @return how many steps were taken, fewer when time has run out
     */
    private long sideBySide(
            @Nullable ExecutorService helper, Watch watch, long bestCost, long steps, DoubleUnaryOperator temperature) {
        searchers.forEach(searcher -> searcher.begin(bestCost));
        long second = steps / SEARCHERS;
        long[] done = new long[SEARCHERS];
        BooleanSupplier over = helper == null ? watch::isOver : watch::wasOver;
        Runnable aside = () -> done[1] = steps(searchers.get(1), second, temperature, over);
        Future<?> side = helper == null ? null : helper.submit(aside);
        done[0] = steps(searchers.get(0), steps - second, temperature, watch::isOver);
        if (side == null) {
            aside.run();
        } else {
            await(side);
        }
        return done[0] + done[1];
    }

    private static long steps(Searcher searcher, long steps, DoubleUnaryOperator temperature, BooleanSupplier over) {
        long done = 0;
        while (done < steps && !over.getAsBoolean()) {
            searcher.step(temperature.applyAsDouble((double) done / steps));
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
