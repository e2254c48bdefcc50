package care.iop.scheduling.roster.engine;

import java.util.Arrays;
import java.util.List;

/**
 * The cheapest way through one day of a client for every subset of items, around given blocks: a dynamic program over the
 * cells of the day, in which idle cells between two appointments cost the gap and all others nothing. Exact.
 */
final class DayPlans {

    /** What a plan is made of besides items, which count from 0. */
    private static final byte IDLE = -1;

    private static final byte BLOCK = -2;
    private static final byte UNREACHED = -3;

    private final DaySubsets subsets;
    private final int[] lengths;
    private final List<IndexedCohort.Block> blocks;
    private final int firstBlock;
    private final int lastBlockEnd;

    private final long[] inside;
    private final byte[] arrivals;
    private final long[] costs;
    private final int[] lastEnd;
    private final byte[] last;
    private long least = Cost.IMPOSSIBLE;

    /**
     * @param cells of a day
     * @param gapCost of one idle cell
     * @param maxMinutes that items may take beside the blocks
     * @param takenVisits kinds of daily visits that the day has already, as {@link DaySubsets#visits}
     */
    DayPlans(
            WeekShape shape,
            StartCosts starts,
            int day,
            int cells,
            List<IndexedCohort.Block> blocks,
            long gapCost,
            int maxMinutes,
            int takenVisits) {
        this.subsets = shape.subsets;
        this.lengths = shape.lengths;
        this.blocks = blocks;
        this.firstBlock = blocks.isEmpty() ? cells : blocks.get(0).start();
        this.lastBlockEnd = blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end();
        int size = subsets.size();
        int items = lengths.length;
        this.inside = new long[(cells + 1) * size];
        this.arrivals = new byte[(cells + 1) * size];
        this.costs = new long[size];
        this.lastEnd = new int[size];
        this.last = new byte[size];
        Arrays.fill(inside, Cost.IMPOSSIBLE);
        Arrays.fill(costs, Cost.IMPOSSIBLE);
        Arrays.fill(last, UNREACHED);
        if (blocks.isEmpty()) {
            costs[0] = 0;
        }
        int first = day * cells;
        if (!starts.isPossibleOn(day)) {
            costs[0] = (blocks.isEmpty() ? 0 : idleCells(blocks)) * gapCost;
            least = costs[0];
            return;
        }
        int nextBlock = 0;
        int[] startable = new int[items];
        long[] startCosts = new long[items];
        for (int t = 0; t < cells; t++) {
            while (nextBlock < blocks.size() && blocks.get(nextBlock).start() < t) {
                nextBlock++;
            }
            int barrier = nextBlock < blocks.size() ? blocks.get(nextBlock).start() : cells;
            boolean blockNow = barrier == t;
            int starting = 0;
            for (int item = 0; item < items; item++) {
                long startCost = starts.costs(item)[first + t];
                if (startCost < Cost.IMPOSSIBLE && t + lengths[item] <= barrier) {
                    startable[starting] = item;
                    startCosts[starting++] = startCost;
                }
            }
            for (int subset = 0; subset < size; subset++) {
                boolean enters = subset == 0 && t <= firstBlock;
                long cost = enters ? 0 : inside[t * size + subset];
                if (cost >= Cost.IMPOSSIBLE) {
                    continue;
                }
                if (blockNow) {
                    arrive(blocks.get(nextBlock).end(), subset, cost, BLOCK);
                    continue;
                }
                for (int i = 0; i < starting; i++) {
                    int item = startable[i];
                    int with = subsets.plus(subset, item);
                    if (with != DaySubsets.NONE
                            && subsets.minutes(with) <= maxMinutes
                            && (subsets.visits(with) & takenVisits) == 0) {
                        arrive(t + lengths[item], with, cost + startCosts[i], (byte) item);
                    }
                }
                if (!enters && cost + gapCost < inside[(t + 1) * size + subset]) {
                    inside[(t + 1) * size + subset] = cost + gapCost;
                    arrivals[(t + 1) * size + subset] = IDLE;
                }
            }
        }
        for (long cost : costs) {
            least = Math.min(least, cost);
        }
    }

    private static int idleCells(List<IndexedCohort.Block> blocks) {
        int idle = 0;
        for (int i = 1; i < blocks.size(); i++) {
            idle += blocks.get(i).start() - blocks.get(i - 1).end();
        }
        return idle;
    }

    private void arrive(int end, int subset, long cost, byte by) {
        if (end >= lastBlockEnd && cost < costs[subset]) {
            costs[subset] = cost;
            lastEnd[subset] = end;
            last[subset] = by;
        }
        int at = end * subsets.size() + subset;
        if (cost < inside[at]) {
            inside[at] = cost;
            arrivals[at] = by;
        }
    }

    /** Cost of the day with exactly this subset of items, {@link Cost#IMPOSSIBLE} when it can't be. */
    long cost(int subset) {
        return costs[subset];
    }

    /** The least cost of the day, whatever it holds. */
    long least() {
        return least;
    }

    /** The start cell of each item of the subset, in the order of {@link DaySubsets#items}. */
    int[] starts(int subset) {
        int[] items = subsets.items(subset);
        int[] starts = new int[items.length];
        int rest = subset;
        int t = lastEnd[subset];
        int by = last[subset];
        while (by != UNREACHED) {
            if (by == IDLE) {
                t--;
            } else if (by == BLOCK) {
                t = blockEnding(t).start();
            } else {
                t -= lengths[by];
                for (int i = 0; i < items.length; i++) {
                    if (items[i] == by) {
                        starts[i] = t;
                    }
                }
                rest = subsets.minus(rest, by);
            }
            boolean entered = rest == 0 && t <= firstBlock;
            by = entered ? UNREACHED : arrivals[t * subsets.size() + rest];
        }
        return starts;
    }

    private IndexedCohort.Block blockEnding(int end) {
        for (IndexedCohort.Block block : blocks) {
            if (block.end() == end) {
                return block;
            }
        }
        throw new IllegalStateException("No block ends at cell " + end + ".");
    }
}
