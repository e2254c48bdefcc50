package care.iop.scheduling.roster.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A roster under construction: who is busy when, which groups are open and who is in them, and the cost so far. Every
 * change keeps all of it in step. Clients that have no week yet cost nothing here.
 */
final class RosterState {

    final IndexedProblem problem;
    private final RoomPool groupRooms;
    private final RoomPool offices;
    private final boolean[][] busy;
    private final int[] minutes;
    private final int[] facilitators;
    private final List<List<String>> cohortRooms = new ArrayList<>();
    private final List<List<Integer>> members = new ArrayList<>();
    private final @Nullable Week[] weeks;
    private long cost;

    RosterState(IndexedProblem problem, RoomPool groupRooms, RoomPool offices) {
        this.problem = problem;
        this.groupRooms = groupRooms;
        this.offices = offices;
        this.busy = new boolean[problem.clinicians.size()][problem.grid.weekCells()];
        this.minutes = new int[problem.clinicians.size()];
        this.facilitators = new int[problem.cohorts.size()];
        this.weeks = new Week[problem.clients.size()];
        for (int g = 0; g < facilitators.length; g++) {
            facilitators[g] = IndexedCohort.NO_FACILITATOR;
            members.add(new ArrayList<>());
            cohortRooms.add(List.of());
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

    boolean isOpen(int cohort) {
        return facilitators[cohort] != IndexedCohort.NO_FACILITATOR;
    }

    int facilitatorOf(int cohort) {
        return facilitators[cohort];
    }

    List<Integer> membersOf(int cohort) {
        return members.get(cohort);
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

    /** Whether the client may take a seat in the cohort as far as the present members are concerned. */
    boolean admits(int cohort, int client) {
        List<Integer> present = members.get(cohort);
        if (present.size() >= problem.cohorts.get(cohort).source.capacity()) {
            return false;
        }
        for (int member : present) {
            if (problem.mustNotMeet(member, client)) {
                return false;
            }
        }
        return true;
    }

    boolean hasRoomsFor(int cohort) {
        IndexedCohort indexed = problem.cohorts.get(cohort);
        return indexed.source.tele()
                || indexed.blocks.stream()
                        .allMatch(block ->
                                groupRooms.isFree(cell(block.day(), block.start()), cell(block.day(), block.end())));
    }

    boolean canLead(int clinician, int cohort) {
        IndexedCohort indexed = problem.cohorts.get(cohort);
        return hasMinutesFor(clinician, indexed.minutes)
                && indexed.blocks.stream()
                        .allMatch(block ->
                                isIdle(clinician, cell(block.day(), block.start()), cell(block.day(), block.end())));
    }

    private boolean isIdle(int clinician, int from, int until) {
        for (int i = from; i < until; i++) {
            if (busy[clinician][i]) {
                return false;
            }
        }
        return true;
    }

    /** What one more seat taken adds to the cost of an open cohort, negative when it was short of members. */
    long addedMemberCost(int cohort) {
        return memberCost(cohort, members.get(cohort).size() + 1)
                - memberCost(cohort, members.get(cohort).size());
    }

    /** What opening the cohort costs with its first member, the facilitator's overtime apart. */
    long openingCost(int cohort) {
        return Cost.soft(problem.source.weights().cohortOpen()) + memberCost(cohort, 1);
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
        cost += Cost.soft(problem.source.weights().cohortOpen()) + memberCost(cohort, 0);
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
        members.get(cohort).add(client);
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
        cost -= Cost.soft(problem.source.weights().cohortOpen()) + memberCost(cohort, 0);
    }

    /** Gives a client a week that fits. */
    void add(Week week) {
        if (week.cohort != Week.NONE) {
            if (!isOpen(week.cohort)) {
                open(week.cohort, week.opener);
            }
            cost += addedMemberCost(week.cohort);
            members.get(week.cohort).add(week.client);
        }
        occupy(week, true);
        weeks[week.client] = week;
        cost += week.ownCost;
    }

    /** Takes a client's week away; the cohort stays open even when it was the last member's. */
    Week remove(int client) {
        Week week = weeks[client];
        if (week == null) {
            throw new IllegalStateException("Client " + client + " has no week.");
        }
        occupy(week, false);
        if (week.cohort != Week.NONE) {
            members.get(week.cohort).remove(Integer.valueOf(client));
            cost -= addedMemberCost(week.cohort);
        }
        weeks[client] = null;
        cost -= week.ownCost;
        return week;
    }

    /** Closes every cohort without members whose facilitator the program has not fixed. */
    void closeEmptyCohorts() {
        for (int g = 0; g < facilitators.length; g++) {
            if (isOpen(g) && members.get(g).isEmpty() && !problem.cohorts.get(g).isFixed()) {
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
        for (int i = from; i < until; i++) {
            busy[clinician][i] = occupied;
        }
    }

    int cell(int day, int cellOfDay) {
        return day * problem.grid.cells() + cellOfDay;
    }
}
