package care.iop.scheduling.roster.engine;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Large-neighborhood search: takes a few weeks apart and puts each client back with the best week that is left, over and
 * over. A result is kept when it is not worse than now or than it was some steps ago (late acceptance), so that the
 * search can leave a dead end; the best roster seen is the one that remains.
 */
final class Improvement {

    private static final int MEMORY = 200;

    private final RosterState state;
    private final BestWeek bestWeek;
    private final Neighborhoods neighborhoods;
    private final SplittableRandom random;
    private int[] order = new int[16];
    private @Nullable Week[] before = new Week[16];

    Improvement(RosterState state, long seed) {
        this.state = state;
        this.random = new SplittableRandom(seed);
        this.bestWeek = new BestWeek(state);
        this.neighborhoods = new Neighborhoods(state, random);
    }

    /** Runs until the steps are done or time is out, and answers the number of steps taken. */
    long run(long steps, Watch watch) {
        Snapshot best = Snapshot.of(state);
        watch.improved(0, best.cost());
        if (state.problem.movable.length == 0) {
            return 0;
        }
        long[] memory = new long[MEMORY];
        Arrays.fill(memory, best.cost());
        long step = 0;
        while (step < steps && !watch.isOver()) {
            long cost = state.cost();
            int slot = (int) (step % MEMORY);
            takeApart();
            putTogether();
            if (state.cost() > cost && state.cost() > memory[slot]) {
                undo();
            }
            step++;
            if (state.cost() < best.cost()) {
                best = Snapshot.of(state);
                watch.improved(step, best.cost());
            }
            memory[slot] = Math.min(memory[slot], state.cost());
        }
        best.restore(state);
        return step;
    }

    private void takeApart() {
        neighborhoods.next();
        int size = neighborhoods.chosen.size();
        if (order.length < size) {
            order = new int[2 * size];
            before = new Week[2 * size];
        }
        state.mark();
        for (int i = 0; i < size; i++) {
            order[i] = neighborhoods.chosen.get(i);
            before[i] = state.remove(order[i]);
        }
    }

    private void putTogether() {
        if (neighborhoods.close != Week.NONE
                && state.membersOf(neighborhoods.close).isEmpty()) {
            state.close(neighborhoods.close);
        }
        int opened = neighborhoods.open;
        if (opened != Week.NONE
                && !state.isOpen(opened)
                && state.canLead(neighborhoods.facilitator, opened)
                && state.hasRoomsFor(opened)) {
            state.open(opened, neighborhoods.facilitator);
        }
        int size = neighborhoods.chosen.size();
        for (int i = size; i > 1; i--) {
            int other = random.nextInt(i);
            int swapped = order[other];
            order[other] = order[i - 1];
            order[i - 1] = swapped;
        }
        for (int i = 0; i < size; i++) {
            state.add(bestWeek.of(order[i]));
        }
        state.closeEmptyCohorts();
    }

    private void undo() {
        int size = neighborhoods.chosen.size();
        for (int i = 0; i < size; i++) {
            state.remove(order[i]);
        }
        state.undoOpenings();
        for (int i = 0; i < size; i++) {
            Week week = before[i];
            if (week != null) {
                state.add(week);
            }
        }
    }
}
