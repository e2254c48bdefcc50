package care.iop.scheduling.roster.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The groups that a client could be in as the state is now, and what each costs apart from the client's sessions. */
final class GroupOptions {

    /**
     * A group that the client could join, {@link Week#NONE} for none.
     *
     * @param opener who would lead it when it is opened for the client, {@link Week#NONE} when it is open or that is undecided
     */
    record Option(int cohort, int opener, long cost) {}

    private static final Comparator<Option> CHEAPEST_FIRST = Comparator.comparingLong(Option::cost)
            .thenComparingInt(Option::cohort)
            .thenComparingInt(Option::opener);

    private final RosterState state;
    private final IndexedProblem problem;

    GroupOptions(RosterState state) {
        this.state = state;
        this.problem = state.problem;
    }

    /** No group, and the open ones that have a seat; who is pinned to one of them has no other choice. */
    List<Option> open(int client) {
        IndexedClient indexed = problem.clients.get(client);
        List<Option> options = new ArrayList<>();
        options.add(new Option(Week.NONE, Week.NONE, indexed.noCohortCost));
        for (int i = 0; i < indexed.cohorts.length; i++) {
            int cohort = indexed.cohorts[i];
            if (state.isOpen(cohort) && state.admits(cohort, client)) {
                options.add(new Option(cohort, Week.NONE, indexed.cohortCosts[i] + state.addedMemberCost(cohort)));
            }
        }
        if (options.size() > 1 && indexed.pinnedCohort != IndexedClient.FREE && fitsPins(indexed)) {
            options.remove(0);
        }
        options.sort(CHEAPEST_FIRST);
        return options;
    }

    private boolean fitsPins(IndexedClient client) {
        for (int day = 0; day < Grid.DAYS; day++) {
            if (client.blocksOn(day, problem.cohorts.get(client.pinnedCohort)) == null) {
                return false;
            }
        }
        return true;
    }

    /** Groups that could be opened, at what that costs whoever leads them; the real cost is not less. */
    List<Option> closed(int client) {
        IndexedClient indexed = problem.clients.get(client);
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < indexed.cohorts.length; i++) {
            int cohort = indexed.cohorts[i];
            if (!state.isOpen(cohort) && state.hasRoomsFor(cohort) && state.admits(cohort, client)) {
                options.add(new Option(cohort, Week.NONE, indexed.cohortCosts[i] + leastOpeningCost(cohort)));
            }
        }
        options.sort(CHEAPEST_FIRST);
        return options;
    }

    private long leastOpeningCost(int cohort) {
        int published = problem.cohorts.get(cohort).publishedFacilitator;
        return state.openingCost(cohort) + (published >= 0 ? state.leadingCost(cohort, published) : 0);
    }

    /**
     * The ways to open one of the {@link #closed} groups, the cheapest first. Of the facilitators who never see the client alone,
     * one with the least overtime is as good as any other.
     */
    List<Option> openings(int client, Option closed) {
        IndexedClient seen = problem.clients.get(client);
        int cohort = closed.cohort();
        long cost = closed.cost() - leastOpeningCost(cohort) + state.openingCost(cohort);
        List<Option> openings = new ArrayList<>();
        Option bestStranger = null;
        for (int facilitator : problem.cohorts.get(cohort).facilitators) {
            Option option = new Option(cohort, facilitator, cost + state.leadingCost(cohort, facilitator));
            boolean sees = sees(seen, facilitator);
            if ((!sees && bestStranger != null && option.cost() >= bestStranger.cost())
                    || !state.canLead(facilitator, cohort)) {
                continue;
            }
            if (sees) {
                openings.add(option);
            } else {
                bestStranger = option;
            }
        }
        if (bestStranger != null) {
            openings.add(bestStranger);
        }
        openings.sort(CHEAPEST_FIRST);
        return openings;
    }

    private static boolean sees(IndexedClient client, int clinician) {
        for (SessionClass sessions : client.classes) {
            if (Arrays.binarySearch(sessions.clinicians, clinician) >= 0) {
                return true;
            }
        }
        return false;
    }
}
