package care.iop.scheduling.roster.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Ways to choose which weeks are taken apart in one step of the search: few clients who stand in each other's way. */
final class Neighborhoods {

    /**
     * What one step takes apart and opens anew.
     *
     * @param clients whose weeks are removed
     * @param close a cohort to be closed once its members are gone, or {@link Week#NONE}
     * @param open a cohort to be opened before anyone comes back, or {@link Week#NONE}
     * @param facilitator who opens it
     */
    record Neighborhood(Set<Integer> clients, int close, int open, int facilitator) {

        static Neighborhood ofClients(Set<Integer> clients) {
            return new Neighborhood(clients, Week.NONE, Week.NONE, Week.NONE);
        }
    }

    private static final int MOST_CLIENTS = 5;

    private final RosterState state;
    private final IndexedProblem problem;
    private final SplittableRandom random;

    Neighborhoods(RosterState state, SplittableRandom random) {
        this.state = state;
        this.problem = state.problem;
        this.random = random;
    }

    Neighborhood next() {
        int dice = random.nextInt(100);
        if (dice < 45) {
            return Neighborhood.ofClients(sharingAClinician());
        }
        if (dice < 70 || problem.cohorts.isEmpty()) {
            return longingForAGroup();
        }
        if (dice < 85) {
            return Neighborhood.ofClients(anyone());
        }
        int cohort = random.nextInt(problem.cohorts.size());
        return dice < 92 ? closing(cohort) : ledAnew(cohort, Set.of());
    }

    private int size() {
        return 2 + random.nextInt(MOST_CLIENTS - 1);
    }

    private int anyClient() {
        return random.nextInt(problem.clients.size());
    }

    private Set<Integer> anyone() {
        Set<Integer> chosen = new LinkedHashSet<>();
        int size = Math.min(size(), problem.clients.size());
        while (chosen.size() < size) {
            chosen.add(anyClient());
        }
        return chosen;
    }

    /** A client and others whom one clinician of the care team sees. */
    private Set<Integer> sharingAClinician() {
        int client = costlyClient();
        Set<Integer> chosen = new LinkedHashSet<>(List.of(client));
        List<SessionClass> classes = problem.clients.get(client).classes;
        if (classes.isEmpty()) {
            return chosen;
        }
        int[] clinicians = aClass(client, classes).clinicians;
        if (clinicians.length == 0) {
            return chosen;
        }
        int clinician = clinicians[random.nextInt(clinicians.length)];
        addSome(chosen, seenBy(clinician), size());
        return chosen;
    }

    /** One of which a session is unplaced, when there is one; otherwise any. */
    private SessionClass aClass(int client, List<SessionClass> classes) {
        Week week = state.weekOf(client);
        for (SessionClass alike : classes) {
            for (int session : alike.sessions) {
                if (week != null && !week.isPlaced(session)) {
                    return alike;
                }
            }
        }
        return classes.get(random.nextInt(classes.size()));
    }

    private List<Integer> seenBy(int clinician) {
        List<Integer> seen = new ArrayList<>();
        for (int client = 0; client < problem.clients.size(); client++) {
            Week week = state.weekOf(client);
            if (week != null && contains(week.clinicians, clinician)) {
                seen.add(client);
            }
        }
        return seen;
    }

    /** A client and members of a group that may suit the client better; opened when that lets an incomplete week be whole. */
    private Neighborhood longingForAGroup() {
        int client = costlyClient();
        int[] cohorts = problem.clients.get(client).cohorts;
        if (cohorts.length == 0) {
            return Neighborhood.ofClients(anyone());
        }
        int cohort = cohorts[random.nextInt(cohorts.length)];
        if (!state.isOpen(cohort) && isIncomplete(client)) {
            return ledAnew(cohort, Set.of(client));
        }
        Set<Integer> chosen = new LinkedHashSet<>(List.of(client));
        addSome(chosen, state.membersOf(cohort), size());
        return Neighborhood.ofClients(chosen);
    }

    /** Half of the time a client with something unplaced, when there is one; otherwise the costliest of three. */
    private int costlyClient() {
        List<Integer> incomplete = incomplete();
        if (!incomplete.isEmpty() && random.nextBoolean()) {
            return incomplete.get(random.nextInt(incomplete.size()));
        }
        int chosen = anyClient();
        for (int i = 0; i < 2; i++) {
            int other = anyClient();
            chosen = ownCost(other) > ownCost(chosen) ? other : chosen;
        }
        return chosen;
    }

    private List<Integer> incomplete() {
        List<Integer> incomplete = new ArrayList<>();
        for (int client = 0; client < problem.clients.size(); client++) {
            if (isIncomplete(client)) {
                incomplete.add(client);
            }
        }
        return incomplete;
    }

    private boolean isIncomplete(int client) {
        return Cost.leavesMoreUnplaced(ownCost(client), 0);
    }

    private long ownCost(int client) {
        Week week = state.weekOf(client);
        return week == null ? 0 : week.ownCost;
    }

    private void addSome(Set<Integer> chosen, List<Integer> others, int size) {
        for (int i = 0; i < 2 * size && chosen.size() < size && !others.isEmpty(); i++) {
            chosen.add(others.get(random.nextInt(others.size())));
        }
    }

    private Neighborhood closing(int cohort) {
        if (!state.isOpen(cohort) || problem.cohorts.get(cohort).isFixed()) {
            return longingForAGroup();
        }
        return new Neighborhood(new LinkedHashSet<>(state.membersOf(cohort)), cohort, Week.NONE, Week.NONE);
    }

    /** A cohort with another facilitator, or one that was closed; whom the facilitator sees during its blocks must move. */
    private Neighborhood ledAnew(int cohort, Set<Integer> clients) {
        IndexedCohort indexed = problem.cohorts.get(cohort);
        if (indexed.isFixed() || indexed.facilitators.length == 0) {
            return Neighborhood.ofClients(anyone());
        }
        int facilitator = indexed.facilitators[random.nextInt(indexed.facilitators.length)];
        boolean wasOpen = state.isOpen(cohort);
        Set<Integer> chosen = new LinkedHashSet<>(clients);
        chosen.addAll(state.membersOf(cohort));
        for (int client : seenBy(facilitator)) {
            if (meetsDuring(client, facilitator, indexed)) {
                chosen.add(client);
            }
        }
        if (!wasOpen) {
            addSome(chosen, couldJoin(cohort), chosen.size() + indexed.source.minSize() + size());
        }
        return new Neighborhood(chosen, wasOpen ? cohort : Week.NONE, cohort, facilitator);
    }

    private List<Integer> couldJoin(int cohort) {
        List<Integer> clients = new ArrayList<>();
        for (int client = 0; client < problem.clients.size(); client++) {
            if (contains(problem.clients.get(client).cohorts, cohort)) {
                clients.add(client);
            }
        }
        return clients;
    }

    private boolean meetsDuring(int client, int clinician, IndexedCohort cohort) {
        Week week = state.weekOf(client);
        if (week == null) {
            return false;
        }
        for (SessionClass sessions : problem.clients.get(client).classes) {
            for (int session : sessions.sessions) {
                int start = week.starts[session];
                int end = start + sessions.cells;
                if (week.clinicians[session] == clinician
                        && cohort.blocksOn(week.days[session]).stream()
                                .anyMatch(block -> block.start() < end && start < block.end())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean contains(int[] positions, int position) {
        for (int each : positions) {
            if (each == position) {
                return true;
            }
        }
        return false;
    }
}
