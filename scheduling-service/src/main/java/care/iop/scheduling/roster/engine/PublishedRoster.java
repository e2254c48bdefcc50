package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.ClientWeek.CohortOpening;
import care.iop.scheduling.roster.engine.constraint.RosterView;
import care.iop.scheduling.roster.engine.problem.PlacedSession;
import care.iop.scheduling.roster.engine.problem.PublishedWeek;
import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.ArrayList;
import java.util.List;

/** A published roster as everybody's but one client's: all keep their clinicians, hours, groups and rooms. */
final class PublishedRoster {

    private final IndexedProblem problem;
    private final int client;
    private final NamedRooms groupRooms;
    private final NamedRooms offices;
    private final RosterState state;

    PublishedRoster(RosterProblem source, Roster roster, String clientId) {
        RosterView.check(source, roster);
        // What is asked is asked on purpose: the notice holds nothing.
        this.problem = new IndexedProblem(
                source.published() == null
                        ? source
                        : source.after(PublishedWeek.of(source.published().roster())));
        this.client = IndexedProblem.position(problem.clientIndex, clientId);
        this.groupRooms = new NamedRooms(RosterWriter.roomIds(source, RoomType.GROUP));
        this.offices = new NamedRooms(RosterWriter.roomIds(source, RoomType.OFFICE));
        this.state = new RosterState(problem, groupRooms, offices);
        roster.facilitatorByCohort().forEach((cohort, facilitator) -> {
            state.adopt(
                    IndexedProblem.position(problem.cohortIndex, cohort),
                    IndexedProblem.position(problem.clinicianIndex, facilitator));
            reserveGroupRooms(problem.cohorts.get(IndexedProblem.position(problem.cohortIndex, cohort)).source, roster);
        });
        roster.cohortByClient().forEach((member, cohort) -> {
            if (!member.equals(clientId)) {
                state.adoptMember(
                        IndexedProblem.position(problem.cohortIndex, cohort),
                        IndexedProblem.position(problem.clientIndex, member));
            }
        });
        source.clients().stream().filter(other -> !other.id().equals(clientId)).forEach(other -> adopt(other, roster));
    }

    private void reserveGroupRooms(RosterCohort cohort, Roster roster) {
        List<String> rooms = roster.roomsByCohort().getOrDefault(cohort.id(), List.of());
        for (int i = 0; i < Math.min(rooms.size(), cohort.slots().size()); i++) {
            reserve(rooms.get(i), cohort.slots().get(i));
        }
    }

    private void adopt(RosterClient other, Roster roster) {
        for (SessionToPlace session : other.sessions()) {
            PlacedSession placed = roster.sessions().get(session.id());
            if (placed == null) {
                continue;
            }
            int from = from(placed.when());
            int until = until(placed.when());
            int clinician = IndexedProblem.position(problem.clinicianIndex, placed.clinicianId());
            state.adoptSession(clinician, from, until, session.minutes());
            if (placed.roomId() != null) {
                reserve(placed.roomId(), placed.when());
            }
        }
    }

    private void reserve(String roomId, WeekWindow when) {
        groupRooms.reserve(roomId, from(when), until(when));
        offices.reserve(roomId, from(when), until(when));
    }

    private int from(WeekWindow when) {
        return state.cell(Grid.dayIndex(when.day()), problem.grid.firstTouched(when));
    }

    private int until(WeekWindow when) {
        return state.cell(Grid.dayIndex(when.day()), problem.grid.afterTouched(when));
    }

    /** The client's best week, with why it does not meet some wishes. */
    ClientWeek bestWeek() {
        return clientWeek(new BestWeek(state).of(client), true);
    }

    /** The client's best weeks, best first. */
    List<ClientWeek> bestWeeks(int count) {
        return new BestWeeks(state, client)
                .first(count).stream().map(week -> clientWeek(week, false)).toList();
    }

    private ClientWeek clientWeek(Week week, boolean explained) {
        RosterClient source = problem.clients.get(client).source;
        CohortOpening opening = null;
        if (week.opener != Week.NONE) {
            state.open(week.cohort, week.opener);
            opening =
                    new CohortOpening(problem.clinicians.get(week.opener).source.id(), state.roomsOf(week.cohort));
        }
        List<PlacedSession> sessions = new ArrayList<>();
        for (PlacedSession session : RosterWriter.sessions(problem, week)) {
            String office = source.telehealth() ? null : offices.firstFree(from(session.when()), until(session.when()));
            sessions.add(new PlacedSession(session.sessionId(), session.clinicianId(), session.when(), office));
        }
        ClientWeek result = new ClientWeek(
                source.id(),
                week.cohort == Week.NONE
                        ? null
                        : problem.cohorts.get(week.cohort).source.id(),
                opening,
                sessions,
                new Obstacles(state).explain(week),
                Warnings.about(problem, week),
                explained ? new Compromises(state, week).explain() : List.of(),
                Cost.score(week.addedCost));
        if (week.opener != Week.NONE) {
            state.close(week.cohort);
        }
        return result;
    }
}
