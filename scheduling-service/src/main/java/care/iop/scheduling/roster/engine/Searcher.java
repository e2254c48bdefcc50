package care.iop.scheduling.roster.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Large-neighborhood search on a state of its own: takes a few weeks apart and puts each client back with the best week that is
 * left, over and over. What got worse is kept now and then, the less the worse and the later (simulated annealing), so
 * that the search can leave a dead end.
 */
final class Searcher {

    private static final int TRIES = 30;

    final RosterState state;
    private final BestWeek bestWeek;
    private final Neighborhoods neighborhoods;
    private final SplittableRandom random;
    private long bestKnown;
    private int[] order = new int[16];
    private Week[] before = new Week[16];

    /** Kept steps of the present round, and what each added to the cost. */
    final List<Move> moves = new ArrayList<>();

    final List<Long> added = new ArrayList<>();

    /** The best roster of the present round, absent when none was better than what was known before it. */
    @Nullable
    Snapshot best;

    Searcher(RosterState state, SplittableRandom random) {
        this.state = state;
        this.random = random;
        this.bestWeek = BestWeek.quick(state, new Blinks(random.split()));
        this.neighborhoods = new Neighborhoods(state, random);
    }

    /**
     * Forgets the round before and begins one.
     *
     * @param bestCost of the best roster known
     */
    void begin(long bestCost) {
        moves.clear();
        added.clear();
        best = null;
        bestKnown = bestCost;
    }

    /** One step at a temperature in quarter points. */
    void step(double temperature) {
        long cost = state.cost();
        neighborhoods.next();
        takeApart();
        putTogether();
        long worse = state.cost() - cost;
        if (worse > 0 && (temperature <= 0 || random.nextDouble() >= Math.exp(-worse / temperature))) {
            undo();
            return;
        }
        note(worse);
        if (state.cost() < bestKnown) {
            bestKnown = state.cost();
            best = Snapshot.of(state);
        }
    }

    /**
     * Changes which groups there are or who leads one, whatever that costs at first. What it is worth shows only when the weeks have been
     * fitted to it. Does nothing when no such change is found.
     */
    void changeGroups() {
        for (int i = 0; i < TRIES; i++) {
            neighborhoods.nextGroup();
            takeApart();
            putTogether();
            if (state.changedLeaders()[0].length > 0) {
                return;
            }
            undo();
        }
    }

    private void takeApart() {
        int size = neighborhoods.chosen.size();
        if (order.length < size) {
            order = new int[2 * size];
            before = new Week[2 * size];
        }
        state.mark();
        for (int i = 0; i < size; i++) {
            order[i] = neighborhoods.chosen.get(i);
        }
        for (int i = size; i > 1; i--) {
            int other = random.nextInt(i);
            int swapped = order[other];
            order[other] = order[i - 1];
            order[i - 1] = swapped;
        }
        for (int i = 0; i < size; i++) {
            if (order[i] == neighborhoods.first) {
                order[i] = order[0];
                order[0] = neighborhoods.first;
            }
        }
        for (int i = 0; i < size; i++) {
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
        for (int i = 0; i < size; i++) {
            Week found = bestWeek.of(order[i]);
            boolean same = found.isLike(before[i])
                    && (found.cohort == Week.NONE || state.isOpen(found.cohort) || before[i].opener == found.opener);
            state.add(same ? before[i] : found);
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
            state.add(before[i]);
        }
    }

    private void note(long worse) {
        List<Week> changedBefore = new ArrayList<>();
        List<Week> changedAfter = new ArrayList<>();
        int[][] leaders = state.changedLeaders();
        int size = neighborhoods.chosen.size();
        for (int i = 0; i < size; i++) {
            Week now = Move.present(state.weekOf(order[i]));
            if (now != before[i] || leaders[0].length > 0) {
                changedBefore.add(before[i]);
                changedAfter.add(now);
            }
        }
        if (!changedBefore.isEmpty()) {
            moves.add(new Move(
                    changedBefore.toArray(Week[]::new),
                    changedAfter.toArray(Week[]::new),
                    leaders[0],
                    leaders[1],
                    leaders[2]));
            added.add(worse);
        }
    }
}
