package care.iop.scheduling.roster.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The first roster: groups whose facilitator is fixed, then every client once, each with the best week that is left. */
final class Construction {

    private Construction() {}

    /** Opens each group whose facilitator the program has fixed and is free to lead it. */
    static void openFixedCohorts(RosterState state) {
        for (int g = 0; g < state.problem.cohorts.size(); g++) {
            IndexedCohort cohort = state.problem.cohorts.get(g);
            for (int facilitator : cohort.facilitators) {
                if (cohort.isFixed() && state.canLead(facilitator, g) && state.hasRoomsFor(g)) {
                    state.open(g, facilitator);
                }
            }
        }
    }

    /**
     * Gives published weeks back to those for whom they still fit: first to those who can't move, then to the others.
     * Groups open as they were published.
     */
    static void keepPublished(RosterState state, Watch watch) {
        if (state.problem.source.published() == null) {
            return;
        }
        BestWeek bestWeek = new BestWeek(state);
        for (int client = 0; client < state.problem.clients.size(); client++) {
            if (!state.problem.clients.get(client).isMovable()) {
                state.add(bestWeek.of(client));
            }
        }
        for (int g = 0; g < state.problem.cohorts.size(); g++) {
            int leader = state.problem.cohorts.get(g).publishedFacilitator;
            IndexedCohort cohort = state.problem.cohorts.get(g);
            if (leader >= 0
                    && !state.isOpen(g)
                    && Arrays.binarySearch(cohort.facilitators, leader) >= 0
                    && state.canLead(leader, g)
                    && state.hasRoomsFor(g)) {
                state.open(g, leader);
            }
        }
        for (int client : state.problem.movable) {
            Week week = watch.isOver() ? null : GivenWeek.published(state.problem, client);
            if (week != null && state.canAdd(week)) {
                state.add(week);
            }
        }
    }

    /** Places clients who have no week yet by priority, the hardest first; those after {@code watch} ends get an empty week. */
    static void placeEveryone(RosterState state, Watch watch) {
        BestWeek bestWeek = new BestWeek(state);
        for (int client : order(state.problem)) {
            if (state.weekOf(client) == null) {
                state.add(watch.isOver() ? bestWeek.empty(client) : bestWeek.of(client));
            }
        }
        state.closeEmptyCohorts();
    }

    private static List<Integer> order(IndexedProblem problem) {
        Comparator<IndexedClient> hardestFirst = Comparator.comparingInt(
                        (IndexedClient client) -> -client.source.priority())
                .thenComparingInt(client -> client.cohorts.length)
                .thenComparingInt(client -> -client.sessionMinutes)
                .thenComparingInt(Construction::availableCells);
        return IntStream.range(0, problem.clients.size())
                .boxed()
                .sorted(Comparator.comparing(problem.clients::get, hardestFirst))
                .toList();
    }

    private static int availableCells(IndexedClient client) {
        int cells = 0;
        for (boolean available : client.available) {
            cells += available ? 1 : 0;
        }
        return cells;
    }
}
