package care.iop.scheduling.roster.engine;

import java.util.Arrays;
import java.util.List;

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

    StartCosts(IndexedClient client, List<Item> items, RosterState state) {
        Grid grid = state.problem.grid;
        int weekCells = grid.weekCells();
        this.cells = grid.cells();
        this.costs = new long[items.size()][weekCells];
        this.choices = new char[items.size()][weekCells];
        this.least = new long[items.size()];
        int[] stay = client.availableRun;
        if (!client.source.telehealth()) {
            stay = new int[weekCells];
            for (int first = 0; first < weekCells; first += cells) {
                state.offices().stays(first, cells, stay, first);
            }
            for (int i = 0; i < weekCells; i++) {
                stay[i] = Math.min(stay[i], client.availableRun[i]);
            }
        }
        long trackCost = Cost.soft(state.problem.source.weights().sessionTrack());
        for (int i = 0; i < items.size(); i++) {
            fill(i, items.get(i), client, state, stay, trackCost);
        }
    }

    private void fill(int i, Item item, IndexedClient client, RosterState state, int[] stay, long trackCost) {
        Grid grid = state.problem.grid;
        SessionClass alike = client.classes.get(item.sessionClass());
        int length = alike.cells;
        long[] itemCosts = costs[i];
        char[] itemChoices = choices[i];
        Arrays.fill(itemCosts, Cost.IMPOSSIBLE);
        Item.Choices offered = item.choices();
        for (int c = 0; c < offered.clinicians.length; c++) {
            int clinician = offered.clinicians[c];
            int[] run = state.freeRun(clinician);
            boolean pause = state.problem.clinicians.get(clinician).hasPause;
            for (int day = 0, first = 0; day < Grid.DAYS; day++, first += cells) {
                for (int t = 0; t + length <= cells; t++) {
                    int cell = first + t;
                    if (run[cell] < length || stay[cell] < length) {
                        continue;
                    }
                    long saved = alike.published.isEmpty() ? 0 : saved(alike, day, t, clinician, state);
                    if ((!grid.mayStart(t) && !isPublished(alike, day, t))
                            || (pause && !state.leavesPause(clinician, cell, cell + length))) {
                        continue;
                    }
                    long cost = offered.costs[c] + (client.isOnTrack(t, t + length) ? 0 : trackCost) - saved;
                    possible[day] = true;
                    if (cost < itemCosts[cell]) {
                        itemCosts[cell] = cost;
                        itemChoices[cell] = (char) c;
                    }
                }
            }
        }
        long smallest = Cost.IMPOSSIBLE;
        for (long cost : itemCosts) {
            smallest = Math.min(smallest, cost);
        }
        least[i] = smallest;
    }

    private static boolean isPublished(SessionClass alike, int day, int start) {
        for (SessionClass.Place place : alike.published) {
            if (place.day() == day && place.start() == start) {
                return true;
            }
        }
        return false;
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

    /** Cost of starting the item on this cell of a day, {@link Cost#IMPOSSIBLE} when nobody can. */
    long cost(int item, int day, int cell) {
        return costs[item][day * cells + cell];
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

    long[] costs(int item) {
        return costs[item];
    }
}
