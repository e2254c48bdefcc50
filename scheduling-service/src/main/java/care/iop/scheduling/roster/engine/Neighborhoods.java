package care.iop.scheduling.roster.engine;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Ways to choose which weeks are taken apart in one step of the search: few clients who stand in each other's way. */
final class Neighborhoods {

    private static final int MOST_CLIENTS = 5;

    /** Percent of the steps that try to make room for someone, as long as anyone waits. */
    private static final int EJECTIONS = 12;

    private static final int TRIES = 20;

    private final RosterState state;
    private final IndexedProblem problem;
    private final SplittableRandom random;

    /** Whose weeks are removed. */
    final ClientSet chosen;

    /** Who comes back first, or {@link Week#NONE}. */
    int first = Week.NONE;

    /** A cohort to be closed once its members are gone, or {@link Week#NONE}. */
    int close = Week.NONE;

    /** A cohort to be opened before anyone comes back, or {@link Week#NONE}. */
    int open = Week.NONE;

    /** Who opens it. */
    int facilitator = Week.NONE;

    Neighborhoods(RosterState state, SplittableRandom random) {
        this.state = state;
        this.problem = state.problem;
        this.random = random;
        this.chosen = new ClientSet(problem.clients.size());
    }

    /** Chooses anew; there must be a client who may be moved. */
    void next() {
        forget();
        ClientSet incomplete = state.incomplete();
        if (incomplete.size() > 0
                && random.nextInt(100) < EJECTIONS
                && ejecting(incomplete.get(random.nextInt(incomplete.size())))) {
            return;
        }
        // Another group helps who has a session unplaced more often than who only wishes for better.
        int groups = incomplete.size() > 0 ? 15 : 7;
        int dice = random.nextInt(100);
        if (dice < 50) {
            sharingAClinician();
        } else if (dice < 77 || problem.cohorts.isEmpty()) {
            longingForAGroup();
        } else if (dice < 100 - groups) {
            anyone();
        } else {
            aGroup();
        }
    }

    /** Chooses a group that is to be closed, replaced by another or led by someone else, and whoever that concerns; there must be one. */
    void nextGroup() {
        forget();
        aGroup();
    }

    private void aGroup() {
        int cohort = random.nextInt(problem.cohorts.size());
        switch (random.nextInt(3)) {
            case 0 -> closing(cohort);
            case 1 -> replacing(cohort);
            default -> ledAnew(cohort);
        }
    }

    private void forget() {
        chosen.clear();
        close = Week.NONE;
        open = Week.NONE;
        facilitator = Week.NONE;
        first = Week.NONE;
    }

    /**
     * A client with an unplaced session, first of all, and whoever keeps a clinician busy at one time that would suit; then some
     * whom these in turn stand in the way of.
     */
    private boolean ejecting(int client) {
        SessionClass alike = aClass(client);
        if (alike == null || alike.clinicians.length == 0 || !isUnplaced(client, alike)) {
            return false;
        }
        int clinician = alike.clinicians[random.nextInt(alike.clinicians.length)];
        int cell = startFor(problem.clients.get(client), alike, clinician);
        if (cell == Week.NONE) {
            return false;
        }
        first = client;
        chosen.add(client);
        int cells = problem.grid.cells();
        IntBag seen = state.seenBy(clinician);
        for (int i = 0; i < seen.size(); i++) {
            if (overlaps(seen.get(i), clinician, cell / cells, cell % cells, cell % cells + alike.cells)) {
                add(seen.get(i));
            }
        }
        leadElsewhere(clinician, cell, alike.cells);
        int blockers = chosen.size();
        int most = blockers + random.nextInt(MOST_CLIENTS);
        for (int i = 1; i < blockers; i++) {
            SessionClass other = aClass(chosen.get(i));
            if (other != null && other.clinicians.length > 0) {
                addSome(state.seenBy(other.clinicians[random.nextInt(other.clinicians.length)]), most);
            }
        }
        return true;
    }

    /** When the clinician leads a group at that time, someone else who could lead it now takes it over. */
    private void leadElsewhere(int clinician, int cell, int length) {
        int cells = problem.grid.cells();
        for (int g = 0; g < problem.cohorts.size(); g++) {
            IndexedCohort cohort = problem.cohorts.get(g);
            if (state.facilitatorOf(g) != clinician || cohort.isFixed()) {
                continue;
            }
            for (IndexedCohort.Block block : cohort.blocksOn(cell / cells)) {
                int start = cell % cells;
                if (block.start() < start + length && start < block.end()) {
                    close = g;
                    open = g;
                    facilitator = anotherLeader(cohort, g, clinician);
                    addAll(state.membersOf(g));
                    return;
                }
            }
        }
    }

    private int anotherLeader(IndexedCohort cohort, int position, int than) {
        int[] all = cohort.facilitators;
        int from = random.nextInt(all.length);
        for (int i = 0; i < all.length; i++) {
            int each = all[(from + i) % all.length];
            if (each != than && state.canLead(each, position)) {
                return each;
            }
        }
        return all[from];
    }

    private boolean isUnplaced(int client, SessionClass alike) {
        Week week = state.weekOf(client);
        for (int session : alike.sessions) {
            if (week != null && !week.isPlaced(session)) {
                return true;
            }
        }
        return false;
    }

    /** A cell of the week at which both work, whoever is seen then; none when a few tries find none. */
    private int startFor(IndexedClient client, SessionClass alike, int clinician) {
        boolean[] works = problem.clinicians.get(clinician).available;
        for (int i = 0; i < TRIES && works.length > 0; i++) {
            int cell = random.nextInt(works.length);
            boolean fits =
                    problem.grid.mayStart(cell % problem.grid.cells()) && client.availableRun[cell] >= alike.cells;
            for (int t = 0; fits && t < alike.cells; t++) {
                fits = works[cell + t];
            }
            if (fits) {
                return cell;
            }
        }
        return Week.NONE;
    }

    private boolean overlaps(int client, int clinician, int day, int start, int end) {
        Week week = state.weekOf(client);
        if (week == null) {
            return false;
        }
        for (SessionClass alike : problem.clients.get(client).classes) {
            for (int session : alike.sessions) {
                if (week.clinicians[session] == clinician
                        && week.days[session] == day
                        && week.starts[session] < end
                        && start < week.starts[session] + alike.cells) {
                    return true;
                }
            }
        }
        return false;
    }

    private int size() {
        return 2 + random.nextInt(MOST_CLIENTS - 1);
    }

    private int anyClient() {
        return problem.movable[random.nextInt(problem.movable.length)];
    }

    private void anyone() {
        int size = Math.min(size(), problem.movable.length);
        while (chosen.size() < size) {
            chosen.add(anyClient());
        }
    }

    /** A client and others whom one clinician of the care team sees. */
    private void sharingAClinician() {
        int client = costlyClient();
        chosen.add(client);
        SessionClass alike = aClass(client);
        if (alike != null && alike.clinicians.length > 0) {
            int clinician = alike.clinicians[random.nextInt(alike.clinicians.length)];
            addSome(state.seenBy(clinician), size());
        }
    }

    /** One of which a session is unplaced, when there is one; otherwise any. */
    private @Nullable SessionClass aClass(int client) {
        IndexedClient indexed = problem.clients.get(client);
        Week week = state.weekOf(client);
        if (week != null && state.incomplete().contains(client)) {
            for (SessionClass alike : indexed.classes) {
                for (int session : alike.sessions) {
                    if (!week.isPlaced(session)) {
                        return alike;
                    }
                }
            }
        }
        return indexed.classes.isEmpty() ? null : indexed.classes.get(random.nextInt(indexed.classes.size()));
    }

    /** A client and members of a group that may suit the client better; opened when that lets an incomplete week be whole. */
    private void longingForAGroup() {
        int client = costlyClient();
        int[] cohorts = problem.clients.get(client).cohorts;
        if (cohorts.length == 0) {
            anyone();
            return;
        }
        int cohort = cohorts[random.nextInt(cohorts.length)];
        chosen.add(client);
        if (!state.isOpen(cohort) && state.incomplete().contains(client)) {
            ledAnew(cohort);
        } else {
            addSome(state.membersOf(cohort), size());
        }
    }

    /** Half of the time a client with something unplaced, when there is one; otherwise the costliest of three. */
    private int costlyClient() {
        ClientSet incomplete = state.incomplete();
        if (incomplete.size() > 0 && random.nextBoolean()) {
            return incomplete.get(random.nextInt(incomplete.size()));
        }
        int found = anyClient();
        for (int i = 0; i < 2; i++) {
            int other = anyClient();
            found = ownCost(other) > ownCost(found) ? other : found;
        }
        return found;
    }

    private long ownCost(int client) {
        Week week = state.weekOf(client);
        return week == null ? 0 : week.ownCost;
    }

    private void add(int client) {
        if (problem.clients.get(client).isMovable()) {
            chosen.add(client);
        }
    }

    private void addSome(IntBag others, int size) {
        for (int i = 0; i < 2 * size && chosen.size() < size && !others.isEmpty(); i++) {
            add(others.get(random.nextInt(others.size())));
        }
    }

    private void addAll(IntBag others) {
        for (int i = 0; i < others.size(); i++) {
            add(others.get(i));
        }
    }

    private void closing(int cohort) {
        if (!state.isOpen(cohort) || problem.cohorts.get(cohort).isFixed()) {
            longingForAGroup();
            return;
        }
        close = cohort;
        addAll(state.membersOf(cohort));
    }

    /** A cohort, and one that is closed instead of it in which a member could be, too, led by the same facilitator when that can be. */
    private void replacing(int cohort) {
        IntBag members = state.membersOf(cohort);
        int other = members.isEmpty() ? Week.NONE : aClosedOne(members.get(random.nextInt(members.size())));
        if (!state.isOpen(cohort) || problem.cohorts.get(cohort).isFixed() || other == Week.NONE) {
            anyone();
            return;
        }
        IndexedCohort opened = problem.cohorts.get(other);
        int leader = state.facilitatorOf(cohort);
        boolean same = random.nextInt(3) > 0 && Arrays.binarySearch(opened.facilitators, leader) >= 0;
        close = cohort;
        open = other;
        facilitator = same ? leader : opened.facilitators[random.nextInt(opened.facilitators.length)];
        addAll(members);
        addSeenDuring(opened);
    }

    /** A closed cohort that the client could join and someone could lead; none when a few tries find none. */
    private int aClosedOne(int client) {
        int[] cohorts = problem.clients.get(client).cohorts;
        for (int i = 0; i < TRIES && cohorts.length > 0; i++) {
            int cohort = cohorts[random.nextInt(cohorts.length)];
            if (!state.isOpen(cohort) && problem.cohorts.get(cohort).facilitators.length > 0) {
                return cohort;
            }
        }
        return Week.NONE;
    }

    /** A cohort with another facilitator, or one that was closed; whom the facilitator sees during its blocks must move. */
    private void ledAnew(int cohort) {
        IndexedCohort indexed = problem.cohorts.get(cohort);
        if (indexed.isFixed() || indexed.facilitators.length == 0) {
            anyone();
            return;
        }
        boolean wasOpen = state.isOpen(cohort);
        open = cohort;
        close = wasOpen ? cohort : Week.NONE;
        facilitator = indexed.facilitators[random.nextInt(indexed.facilitators.length)];
        addAll(state.membersOf(cohort));
        addSeenDuring(indexed);
        if (!wasOpen) {
            int[] others = problem.couldJoin[cohort];
            int size = chosen.size() + indexed.source.minSize() + size();
            for (int i = 0; i < 2 * size && chosen.size() < size && others.length > 0; i++) {
                chosen.add(others[random.nextInt(others.length)]);
            }
        }
    }

    private void addSeenDuring(IndexedCohort cohort) {
        IntBag seen = state.seenBy(facilitator);
        for (int i = 0; i < seen.size(); i++) {
            if (!chosen.contains(seen.get(i)) && meetsDuring(seen.get(i), facilitator, cohort)) {
                add(seen.get(i));
            }
        }
    }

    private boolean meetsDuring(int client, int clinician, IndexedCohort cohort) {
        Week week = state.weekOf(client);
        if (week == null) {
            return false;
        }
        for (SessionClass sessions : problem.clients.get(client).classes) {
            for (int session : sessions.sessions) {
                if (week.clinicians[session] == clinician) {
                    int start = week.starts[session];
                    int end = start + sessions.cells;
                    for (IndexedCohort.Block block : cohort.blocksOn(week.days[session])) {
                        if (block.start() < end && start < block.end()) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
