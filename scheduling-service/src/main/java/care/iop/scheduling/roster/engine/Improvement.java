package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.Neighborhoods.Neighborhood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

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

    Improvement(RosterState state, long seed) {
        this.state = state;
        this.random = new SplittableRandom(seed);
        this.bestWeek = new BestWeek(state);
        this.neighborhoods = new Neighborhoods(state, random);
    }

    /** Runs until the steps are done or time is out, and answers the number of steps taken. */
    long run(long steps, Watch watch) {
        List<Integer> everyone =
                IntStream.range(0, state.problem.clients.size()).boxed().toList();
        if (everyone.isEmpty()) {
            return 0;
        }
        long bestCost = state.cost();
        Snapshot best = Snapshot.of(state, everyone);
        long[] memory = new long[MEMORY];
        Arrays.fill(memory, bestCost);
        watch.improved(0, bestCost);
        long step = 0;
        while (step < steps && !watch.isOver()) {
            long before = state.cost();
            Neighborhood neighborhood = neighborhoods.next();
            Snapshot undo = Snapshot.of(state, neighborhood.clients());
            rebuild(neighborhood);
            int slot = (int) (step % MEMORY);
            if (state.cost() > before && state.cost() > memory[slot]) {
                undo.restore(state);
            }
            if (state.cost() < bestCost) {
                bestCost = state.cost();
                best = Snapshot.of(state, everyone);
                watch.improved(step + 1, bestCost);
            }
            memory[slot] = Math.min(memory[slot], state.cost());
            step++;
        }
        best.restore(state);
        return step;
    }

    private void rebuild(Neighborhood neighborhood) {
        List<Integer> removed = new ArrayList<>(neighborhood.clients());
        removed.forEach(state::remove);
        if (neighborhood.close() != Week.NONE) {
            state.close(neighborhood.close());
        }
        if (neighborhood.open() != Week.NONE
                && state.canLead(neighborhood.facilitator(), neighborhood.open())
                && state.hasRoomsFor(neighborhood.open())) {
            state.open(neighborhood.open(), neighborhood.facilitator());
        }
        for (int i = removed.size(); i > 1; i--) {
            int other = random.nextInt(i);
            int swapped = removed.get(other);
            removed.set(other, removed.get(i - 1));
            removed.set(i - 1, swapped);
        }
        removed.forEach(client -> state.add(bestWeek.of(client)));
        state.closeEmptyCohorts();
    }
}
