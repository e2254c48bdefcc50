package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.RoomType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A roster under construction: who is busy when, which groups are open and who is in them, and the cost so far. Every
 * change keeps all of it in step. Clients that have no week yet cost nothing here.
 */
final class RosterState {

    private static final int[][] NO_CHANGE = new int[3][0];

    final IndexedProblem problem;
    private final RoomPool groupRooms;
    private final RoomPool offices;
    private final boolean[][] busy;

    /** By clinician and cell of the week, for how many cells the clinician works and is idle from there on, that day. */
    private final int[][] freeRuns;

    private final int[] minutes;
    private final int[] facilitators;
    private final List<List<String>> cohortRooms = new ArrayList<>();
    private final IntBag[] members;

    /** By cohort, who has a seat for good, and how many of them are not there at the moment. */
    private final IntBag[] pinned;

    private final int[] absent;

    /** By clinician, who is seen; once for each session. */
    private final IntBag[] seenBy;

    private final ClientSet incomplete;
    private final IntBag journal = new IntBag();
    private final @Nullable Week[] weeks;
    private long cost;

    RosterState(IndexedProblem problem, RoomPool groupRooms, RoomPool offices) {
        this.problem = problem;
        this.groupRooms = groupRooms;
        this.offices = offices;
        int clinicians = problem.clinicians.size();
        this.busy = new boolean[clinicians][problem.grid.weekCells()];
        this.freeRuns = new int[clinicians][];
        this.seenBy = new IntBag[clinicians];
        for (int n = 0; n < clinicians; n++) {
            freeRuns[n] = IndexedClient.runs(problem.clinicians.get(n).available, problem.grid.cells());
            seenBy[n] = new IntBag();
        }
        this.minutes = new int[clinicians];
        this.facilitators = new int[problem.cohorts.size()];
        this.members = new IntBag[facilitators.length];
        this.pinned = new IntBag[facilitators.length];
        this.absent = new int[facilitators.length];
        this.weeks = new Week[problem.clients.size()];
        this.incomplete = new ClientSet(weeks.length);
        for (int g = 0; g < facilitators.length; g++) {
            facilitators[g] = IndexedCohort.NO_FACILITATOR;
            members[g] = new IntBag();
            pinned[g] = new IntBag();
            cohortRooms.add(List.of());
            cost += problem.cohorts.get(g).publishedFacilitator == IndexedCohort.NO_FACILITATOR
                    ? 0
                    : Cost.soft(problem.source.weights().facilitatorChanged());
        }
    }

    /** Nobody has a week yet; what is pinned has its place. Rooms are counted. */
    static RosterState empty(IndexedProblem problem) {
        int weekCells = problem.grid.weekCells();
        RosterState state = new RosterState(
                problem,
                new CountedRooms(
                        RosterWriter.roomIds(problem.source, RoomType.GROUP).size(), weekCells),
                new CountedRooms(
                        RosterWriter.roomIds(problem.source, RoomType.OFFICE).size(), weekCells));
        state.reservePins();
        return state;
    }

    /** Takes the clinicians' time, the offices and the seats of everything that is pinned, for good. */
    private void reservePins() {
        for (int client = 0; client < weeks.length; client++) {
            IndexedClient indexed = problem.clients.get(client);
            for (Pin pin : indexed.pins) {
                int from = cell(pin.day(), pin.start());
                int until = cell(pin.day(), pin.end());
                adoptSession(pin.clinician(), from, until, pin.minutes());
                if (!indexed.source.telehealth()) {
                    offices.take(from, until);
                }
            }
            if (indexed.pinnedCohort >= 0) {
                pinned[indexed.pinnedCohort].add(client);
                absent[indexed.pinnedCohort]++;
            }
        }
    }

    long cost() {
        return cost;
    }

    @Nullable
    Week weekOf(int client) {
        return weeks[client];
    }

    /** A copy of who leads which cohort. */
    int[] facilitators() {
        return facilitators.clone();
    }

    /** A copy of everybody's weeks. */
    @Nullable
    Week[] weeks() {
        return weeks.clone();
    }

    boolean isOpen(int cohort) {
        return facilitators[cohort] != IndexedCohort.NO_FACILITATOR;
    }

    int facilitatorOf(int cohort) {
        return facilitators[cohort];
    }

    IntBag membersOf(int cohort) {
        return members[cohort];
    }

    /** Clients whom a clinician sees outside groups, once for each session. */
    IntBag seenBy(int clinician) {
        return seenBy[clinician];
    }

    /** Clients who may be moved and have something unplaced. */
    ClientSet incomplete() {
        return incomplete;
    }

    /** By cell of the week, for how many cells the clinician works and is idle from there on, that day. */
    int[] freeRun(int clinician) {
        return freeRuns[clinician];
    }

    /** Whether the clinician would still have the agreed break when these cells were taken, too. */
    boolean leavesPause(int clinician, int from, int until) {
        IndexedClinician indexed = problem.clinicians.get(clinician);
        if (!indexed.hasPause) {
            return true;
        }
        int first = from / problem.grid.cells() * problem.grid.cells();
        int run = 0;
        for (int i = first + indexed.pauseFrom; i < first + indexed.pauseUntil; i++) {
            run = busy[clinician][i] || indexed.engaged[i] || (from <= i && i < until) ? 0 : run + 1;
            if (run >= indexed.pauseCells) {
                return true;
            }
        }
        return false;
    }

    List<String> roomsOf(int cohort) {
        return cohortRooms.get(cohort);
    }

    int minutesOf(int clinician) {
        return minutes[clinician];
    }

    RoomPool offices() {
        return offices;
    }

    boolean isBusy(int clinician, int weekCell) {
        return busy[clinician][weekCell];
    }

    /** Overtime that more minutes would cost, given those that the clinician already has. */
    long addedOvertime(int clinician, int moreMinutes) {
        IndexedClinician indexed = problem.clinicians.get(clinician);
        return indexed.overtime(minutes[clinician] + moreMinutes) - indexed.overtime(minutes[clinician]);
    }

    boolean hasMinutesFor(int clinician, int moreMinutes) {
        return minutes[clinician] + moreMinutes
                <= problem.clinicians.get(clinician).source.maxMinutes();
    }

    /** Whether the client may take a seat in the cohort as far as the others are concerned who are in it or stay in it. */
    boolean admits(int cohort, int client) {
        boolean own = problem.clients.get(client).pinnedCohort == cohort;
        IntBag present = members[cohort];
        int kept = own ? 0 : absent[cohort];
        if (present.size() + kept >= problem.cohorts.get(cohort).source.capacity()) {
            return false;
        }
        if (!problem.avoidsAnyone(client)) {
            return true;
        }
        return !mustNotMeetAny(client, present) && (own || !mustNotMeetAny(client, pinned[cohort]));
    }

    private boolean mustNotMeetAny(int client, IntBag others) {
        for (int i = 0; i < others.size(); i++) {
            if (problem.mustNotMeet(client, others.get(i))) {
                return true;
            }
        }
        return false;
    }

    boolean hasRoomsFor(int cohort) {
        IndexedCohort indexed = problem.cohorts.get(cohort);
        if (indexed.source.tele()) {
            return true;
        }
        for (IndexedCohort.Block block : indexed.blocks) {
            if (!groupRooms.isFree(cell(block.day(), block.start()), cell(block.day(), block.end()))) {
                return false;
            }
        }
        return true;
    }

    boolean canLead(int clinician, int cohort) {
        IndexedCohort indexed = problem.cohorts.get(cohort);
        if (!hasMinutesFor(clinician, indexed.minutes)) {
            return false;
        }
        for (IndexedCohort.Block block : indexed.blocks) {
            int from = cell(block.day(), block.start());
            int until = cell(block.day(), block.end());
            if (!isIdle(clinician, from, until) || !leavesPause(clinician, from, until)) {
                return false;
            }
        }
        return keepsPauses(clinician, indexed);
    }

    /** Whether the break is left when a day has several blocks, which look harmless one by one. */
    private boolean keepsPauses(int clinician, IndexedCohort cohort) {
        if (!problem.clinicians.get(clinician).hasPause) {
            return true;
        }
        for (int day = 0; day < Grid.DAYS; day++) {
            List<IndexedCohort.Block> blocks = cohort.blocksOn(day);
            if (blocks.size() > 1
                    && !leavesPause(
                            clinician,
                            cell(day, blocks.get(0).start()),
                            cell(day, blocks.get(blocks.size() - 1).end()))) {
                return false;
            }
        }
        return true;
    }

    boolean isIdle(int clinician, int from, int until) {
        for (int i = from; i < until; i++) {
            if (busy[clinician][i]) {
                return false;
            }
        }
        return true;
    }

    /** What one more seat taken adds to the cost of an open cohort, negative when it was short of members. */
    long addedMemberCost(int cohort) {
        int size = members[cohort].size();
        return memberCost(cohort, size + 1) - memberCost(cohort, size);
    }

    /** What opening the cohort costs with its first member, what depends on the facilitator apart. */
    long openingCost(int cohort) {
        return Cost.soft(problem.source.weights().cohortOpen()) + memberCost(cohort, 1);
    }

    /** What a facilitator adds to the cost of opening a cohort: overtime, less what is saved when it is the published one. */
    long leadingCost(int cohort, int clinician) {
        IndexedCohort indexed = problem.cohorts.get(cohort);
        return addedOvertime(clinician, indexed.minutes) - savedByLeading(cohort, clinician);
    }

    private long savedByLeading(int cohort, int clinician) {
        return problem.cohorts.get(cohort).publishedFacilitator == clinician
                ? Cost.soft(problem.source.weights().facilitatorChanged())
                : 0;
    }

    private long memberCost(int cohort, int size) {
        int minimum = problem.cohorts.get(cohort).source.minSize();
        return Cost.soft((long) problem.source.weights().cohortMinimum() * Math.max(0, minimum - size));
    }

    /** Opens a cohort that has no members; rooms and the clinician must be free. */
    void open(int cohort, int clinician) {
        IndexedCohort indexed = problem.cohorts.get(cohort);
        facilitators[cohort] = clinician;
        List<String> rooms = new ArrayList<>();
        for (IndexedCohort.Block block : indexed.blocks) {
            int from = cell(block.day(), block.start());
            int until = cell(block.day(), block.end());
            setBusy(clinician, from, until, true);
            String room = indexed.source.tele() ? null : groupRooms.take(from, until);
            if (room != null) {
                rooms.add(room);
            }
        }
        cohortRooms.set(cohort, List.copyOf(rooms));
        work(clinician, indexed.minutes);
        cost += Cost.soft(problem.source.weights().cohortOpen())
                + memberCost(cohort, 0)
                - savedByLeading(cohort, clinician);
        journal.add(cohort);
        journal.add(IndexedCohort.NO_FACILITATOR);
    }

    /** Notes a group that someone else has opened; its rooms are theirs to take. */
    void adopt(int cohort, int clinician) {
        IndexedCohort indexed = problem.cohorts.get(cohort);
        facilitators[cohort] = clinician;
        for (IndexedCohort.Block block : indexed.blocks) {
            setBusy(clinician, cell(block.day(), block.start()), cell(block.day(), block.end()), true);
        }
        work(clinician, indexed.minutes);
    }

    /** Notes a member whose week is not ours to change. */
    void adoptMember(int cohort, int client) {
        members[cohort].add(client);
    }

    /** Keeps cells of an idle clinician free for a break, or no longer. */
    void hold(int clinician, int from, int until, boolean held) {
        setBusy(clinician, from, until, held);
    }

    /** Notes a session that is not ours to change. */
    void adoptSession(int clinician, int from, int until, int sessionMinutes) {
        setBusy(clinician, from, until, true);
        work(clinician, sessionMinutes);
    }

    /** Closes a cohort that has no members. */
    void close(int cohort) {
        IndexedCohort indexed = problem.cohorts.get(cohort);
        int clinician = facilitators[cohort];
        List<String> rooms = cohortRooms.get(cohort);
        for (int i = 0; i < indexed.blocks.size(); i++) {
            IndexedCohort.Block block = indexed.blocks.get(i);
            int from = cell(block.day(), block.start());
            int until = cell(block.day(), block.end());
            setBusy(clinician, from, until, false);
            if (!indexed.source.tele()) {
                groupRooms.giveBack(from, until, rooms.isEmpty() ? null : rooms.get(i));
            }
        }
        cohortRooms.set(cohort, List.of());
        work(clinician, -indexed.minutes);
        facilitators[cohort] = IndexedCohort.NO_FACILITATOR;
        cost -= Cost.soft(problem.source.weights().cohortOpen())
                + memberCost(cohort, 0)
                - savedByLeading(cohort, clinician);
        journal.add(cohort);
        journal.add(clinician);
    }

    /** From now on, openings and closings are noted for {@link #undoOpenings}. */
    void mark() {
        journal.clear();
    }

    /** Cohorts whose facilitator is another than at the mark, who led them then, and who leads them now. */
    int[][] changedLeaders() {
        if (journal.isEmpty()) {
            return NO_CHANGE;
        }
        IntBag cohorts = new IntBag();
        IntBag then = new IntBag();
        IntBag now = new IntBag();
        for (int i = 0; i < journal.size(); i += 2) {
            int cohort = journal.get(i);
            int before = journal.get(i + 1);
            boolean first = true;
            for (int j = 0; j < i; j += 2) {
                first &= journal.get(j) != cohort;
            }
            if (first && before != facilitators[cohort]) {
                cohorts.add(cohort);
                then.add(before);
                now.add(facilitators[cohort]);
            }
        }
        return new int[][] {cohorts.toArray(), then.toArray(), now.toArray()};
    }

    /** Takes back all openings and closings since the mark; who has joined since must have left again. */
    void undoOpenings() {
        for (int i = journal.size() - 2; i >= 0; i -= 2) {
            int cohort = journal.get(i);
            int before = journal.get(i + 1);
            if (isOpen(cohort)) {
                close(cohort);
            }
            if (before != IndexedCohort.NO_FACILITATOR) {
                open(cohort, before);
            }
        }
        journal.clear();
    }

    /** Gives a client a week that fits. */
    void add(Week week) {
        if (week.cohort != Week.NONE) {
            if (!isOpen(week.cohort)) {
                open(week.cohort, week.opener);
            }
            cost += addedMemberCost(week.cohort);
            members[week.cohort].add(week.client);
            absent[week.cohort] -= problem.clients.get(week.client).pinnedCohort == week.cohort ? 1 : 0;
        }
        occupy(week, true);
        weeks[week.client] = week;
        cost += week.ownCost;
        if (Cost.leavesMoreUnplaced(week.ownCost, 0)
                && problem.clients.get(week.client).isMovable()) {
            incomplete.add(week.client);
        }
    }

    /** Takes a client's week away; the cohort stays open even when it was the last member's. */
    Week remove(int client) {
        Week week = weeks[client];
        if (week == null) {
            throw new IllegalStateException("Client " + client + " has no week.");
        }
        occupy(week, false);
        if (week.cohort != Week.NONE) {
            members[week.cohort].remove(client);
            cost -= addedMemberCost(week.cohort);
            absent[week.cohort] += problem.clients.get(client).pinnedCohort == week.cohort ? 1 : 0;
        }
        incomplete.remove(client);
        weeks[client] = null;
        cost -= week.ownCost;
        return week;
    }

    /** Closes every cohort without members whose facilitator the program has not fixed. */
    void closeEmptyCohorts() {
        for (int g = 0; g < facilitators.length; g++) {
            if (isOpen(g) && members[g].isEmpty() && !problem.cohorts.get(g).isFixed()) {
                close(g);
            }
        }
    }

    private void occupy(Week week, boolean occupied) {
        IndexedClient client = problem.clients.get(week.client);
        for (SessionClass sessions : client.classes) {
            for (int session : sessions.sessions) {
                if (!week.isPlaced(session)) {
                    continue;
                }
                int from = cell(week.days[session], week.starts[session]);
                int until = from + sessions.cells;
                setBusy(week.clinicians[session], from, until, occupied);
                if (occupied) {
                    seenBy[week.clinicians[session]].add(week.client);
                } else {
                    seenBy[week.clinicians[session]].remove(week.client);
                }
                work(week.clinicians[session], occupied ? sessions.minutes : -sessions.minutes);
                if (!client.source.telehealth()) {
                    if (occupied) {
                        offices.take(from, until);
                    } else {
                        offices.giveBack(from, until, null);
                    }
                }
            }
        }
    }

    private void work(int clinician, int moreMinutes) {
        cost += addedOvertime(clinician, moreMinutes);
        minutes[clinician] += moreMinutes;
    }

    private void setBusy(int clinician, int from, int until, boolean occupied) {
        boolean[] works = problem.clinicians.get(clinician).available;
        boolean[] taken = busy[clinician];
        int[] run = freeRuns[clinician];
        int cells = problem.grid.cells();
        int first = from / cells * cells;
        for (int i = from; i < until; i++) {
            taken[i] = occupied;
        }
        int free = until < first + cells ? run[until] : 0;
        for (int i = until - 1; i >= first; i--) {
            free = works[i] && !taken[i] ? free + 1 : 0;
            if (i < from && run[i] == free) {
                break;
            }
            run[i] = free;
        }
    }

    /** Whether the week can be added as it is: seats, clinicians and offices are free for it. */
    boolean canAdd(Week week) {
        if (week.cohort != Week.NONE) {
            boolean seat = isOpen(week.cohort)
                    ? admits(week.cohort, week.client)
                    : week.opener != Week.NONE && hasRoomsFor(week.cohort) && canLead(week.opener, week.cohort);
            if (!seat) {
                return false;
            }
        }
        IndexedClient client = problem.clients.get(week.client);
        for (SessionClass alike : client.classes) {
            for (int session : alike.sessions) {
                if (week.isPlaced(session) && !canPlace(week, session, alike, client)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean canPlace(Week week, int session, SessionClass alike, IndexedClient client) {
        int clinician = week.clinicians[session];
        int from = cell(week.days[session], week.starts[session]);
        int until = from + alike.cells;
        int withClinician = 0;
        for (SessionClass other : client.classes) {
            for (int each : other.sessions) {
                withClinician += week.clinicians[each] == clinician ? other.minutes : 0;
            }
        }
        return freeRuns[clinician][from] >= alike.cells
                && hasMinutesFor(clinician, withClinician)
                && !BreakGuard.takesPause(this, week, clinician, week.days[session])
                && (client.source.telehealth() || offices.isFree(from, until));
    }

    int cell(int day, int cellOfDay) {
        return day * problem.grid.cells() + cellOfDay;
    }
}
