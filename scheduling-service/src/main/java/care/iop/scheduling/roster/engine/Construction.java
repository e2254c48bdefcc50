package care.iop.scheduling.roster.engine;

import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
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

    /** Places clients by priority, the hardest to place first; those after {@code outOfTime} get an empty week. */
    static void placeEveryone(RosterState state, BooleanSupplier outOfTime) {
        BestWeek bestWeek = new BestWeek(state);
        for (int client : order(state.problem)) {
            state.add(outOfTime.getAsBoolean() ? bestWeek.empty(client) : bestWeek.of(client));
        }
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
