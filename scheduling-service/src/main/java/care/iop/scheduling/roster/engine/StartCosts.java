package care.iop.scheduling.roster.engine;

import java.util.Arrays;
import java.util.List;

/**
 * For each of a client's items and each possible start on one day: the cheapest clinician who is free then, and what that
 * costs. Offices and the client's own hours are respected; group blocks are not looked at here.
 */
final class StartCosts {

    private final long[][] costs;
    private final int[][] choices;

    private StartCosts(long[][] costs, int[][] choices) {
        this.costs = costs;
        this.choices = choices;
    }

    static StartCosts on(int day, IndexedClient client, List<Item> items, RosterState state) {
        Grid grid = state.problem.grid;
        int cells = grid.cells();
        int first = day * cells;
        int[] stay = new int[cells];
        if (client.source.telehealth()) {
            Arrays.setAll(stay, i -> cells - i);
        } else {
            state.offices().stays(first, cells, stay);
        }
        int available = 0;
        for (int i = cells - 1; i >= 0; i--) {
            available = client.available[first + i] ? available + 1 : 0;
            stay[i] = Math.min(stay[i], available);
        }
        long trackCost = Cost.soft(state.problem.source.weights().sessionTrack());
        long[][] costs = new long[items.size()][cells];
        int[][] choices = new int[items.size()][cells];
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            int length = client.classes.get(item.sessionClass()).cells;
            Arrays.fill(costs[i], Cost.IMPOSSIBLE);
            Item.Choices offered = item.choices();
            for (int c = 0; c < offered.clinicians.length; c++) {
                int clinician = offered.clinicians[c];
                boolean[] working = state.problem.clinicians.get(clinician).available;
                int free = 0;
                for (int t = cells - 1; t >= 0; t--) {
                    free = working[first + t] && !state.isBusy(clinician, first + t) ? free + 1 : 0;
                    if (free < length || stay[t] < length || !grid.mayStart(t)) {
                        continue;
                    }
                    boolean onTrack = client.trackStart <= t && t + length <= client.trackEnd;
                    long cost = offered.costs[c] + (onTrack ? 0 : trackCost);
                    if (cost < costs[i][t]) {
                        costs[i][t] = cost;
                        choices[i][t] = c;
                    }
                }
            }
        }
        return new StartCosts(costs, choices);
    }

    /** Cost of starting the item on this cell of the day, {@link Cost#IMPOSSIBLE} when nobody can. */
    long cost(int item, int cell) {
        return costs[item][cell];
    }

    /** Position, among the item's choices, of the clinician that the cost is for. */
    int choice(int item, int cell) {
        return choices[item][cell];
    }

    /** The least cost of the item on this day. */
    long least(int item) {
        long least = Cost.IMPOSSIBLE;
        for (long cost : costs[item]) {
            least = Math.min(least, cost);
        }
        return least;
    }
}
