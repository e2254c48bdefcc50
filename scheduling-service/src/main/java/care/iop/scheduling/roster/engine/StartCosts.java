package care.iop.scheduling.roster.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For each of a client's items and each possible start in the week: the cheapest clinician who is free then, and what that
 * costs. Offices and the client's own hours are respected; blocks of the group and pinned sessions are not looked at here.
 */
final class StartCosts {

    private final int cells;
    private final long[][] costs;
    private final char[][] choices;
    private final long[] least;
    private final boolean[] possible = new boolean[Grid.DAYS];

    StartCosts(IndexedClient client, List<Item> items, RosterState state, Blinks blinks) {
        Grid grid = state.problem.grid;
        int weekCells = grid.weekCells();
        this.cells = grid.cells();
        this.costs = new long[items.size()][weekCells];
        this.choices = new char[items.size()][weekCells];
        this.least = new long[items.size()];
        int[] stay = null;
        if (!client.source.telehealth()) {
            stay = new int[weekCells];
            for (int first = 0; first < weekCells; first += cells) {
                state.offices().stays(first, cells, stay, first);
            }
        }
        for (int i = 0; i < items.size(); i++) {
            fill(i, items.get(i), client, state, stay, blinks);
        }
    }

    /**
     * @param stay for how many cells an office is free, by cell of the week; absent when none is needed
     */
    private void fill(int i, Item item, IndexedClient client, RosterState state, int @Nullable [] stay, Blinks blinks) {
        SessionClass alike = client.classes.get(item.sessionClass());
        int length = alike.cells;
        long[] itemCosts = costs[i];
        char[] itemChoices = choices[i];
        Arrays.fill(itemCosts, Cost.IMPOSSIBLE);
        long smallest = Cost.IMPOSSIBLE;
        Item.Choices offered = item.choices();
        boolean published = !alike.published.isEmpty();
        for (int c = 0; c < offered.clinicians.length; c++) {
            int clinician = offered.clinicians[c];
            int[] run = state.freeRun(clinician);
            boolean pause = state.problem.clinicians.get(clinician).hasPause;
            int untilCell = 0;
            boolean overlooked = false;
            for (int s = 0; s < alike.starts.length; s++) {
                int cell = alike.starts[s];
                if (cell >= untilCell) {
                    untilCell = cell - cell % cells + cells;
                    overlooked = blinks.overlooksDay();
                }
                if (overlooked
                        || run[cell] < length
                        || (stay != null && stay[cell] < length)
                        || (pause && !state.leavesPause(clinician, cell, cell + length))) {
                    continue;
                }
                long saved = published ? saved(alike, cell / cells, cell % cells, clinician, state) : 0;
                long cost = offered.costs[c] + alike.startCosts[s] - saved;
                if (cost < itemCosts[cell]) {
                    itemCosts[cell] = cost;
                    itemChoices[cell] = (char) c;
                    smallest = Math.min(smallest, cost);
                    possible[cell / cells] = true;
                }
            }
        }
        least[i] = smallest;
    }

    /** What a session at a published place saves, given that each published session is charged as moved. */
    private static long saved(SessionClass alike, int day, int start, int clinician, RosterState state) {
        for (SessionClass.Place place : alike.published) {
            if (place.day() == day && place.start() == start) {
                return state.problem.savedByStaying(place.clinician() == clinician);
            }
        }
        return 0;
    }

    /** Position, among the item's choices, of the clinician that the cost is for. */
    int choice(int item, int day, int cell) {
        return choices[item][day * cells + cell];
    }

    /** The least cost of the item in the week. */
    long least(int item) {
        return least[item];
    }

    /** Whether any item can start on the day. */
    boolean isPossibleOn(int day) {
        return possible[day];
    }

    /** By cell of the week, what it costs to start the item there; {@link Cost#IMPOSSIBLE} when nobody can. */
    long[] costs(int item) {
        return costs[item];
    }
}
