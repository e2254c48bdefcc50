package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.RoomNaming.Use;
import care.iop.scheduling.roster.engine.problem.PlacedSession;
import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.RosterRoom;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns positions back into ids, and names the rooms. */
final class RosterWriter {

    private RosterWriter() {}

    static Roster write(RosterState state) {
        IndexedProblem problem = state.problem;
        Map<String, String> cohortByClient = new TreeMap<>();
        Map<String, PlacedSession> sessions = new TreeMap<>();
        List<PlacedSession> inPerson = new ArrayList<>();
        for (int client = 0; client < problem.clients.size(); client++) {
            Week week = state.weekOf(client);
            if (week == null) {
                continue;
            }
            IndexedClient indexed = problem.clients.get(client);
            if (week.cohort != Week.NONE) {
                cohortByClient.put(
                        indexed.source.id(),
                        problem.cohorts.get(week.cohort).source.id());
            }
            for (PlacedSession session : sessions(problem, week)) {
                sessions.put(session.sessionId(), session);
                if (!indexed.source.telehealth()) {
                    inPerson.add(session);
                }
            }
        }
        List<String> offices = RoomNaming.name(
                inPerson.stream()
                        .map(session -> new Use(session.clinicianId(), session.when(), publishedRoom(problem, session)))
                        .toList(),
                roomIds(problem.source, RoomType.OFFICE));
        for (int i = 0; i < inPerson.size(); i++) {
            PlacedSession session = inPerson.get(i);
            sessions.put(
                    session.sessionId(),
                    new PlacedSession(session.sessionId(), session.clinicianId(), session.when(), offices.get(i)));
        }
        return Roster.of(cohortByClient, facilitators(state), groupRooms(state), sessions);
    }

    /** The placed sessions of one week, without rooms. */
    static List<PlacedSession> sessions(IndexedProblem problem, Week week) {
        List<SessionToPlace> prescribed =
                problem.clients.get(week.client).source.sessions();
        List<PlacedSession> placed = new ArrayList<>();
        for (int i = 0; i < prescribed.size(); i++) {
            if (week.isPlaced(i)) {
                RosterClinician clinician = problem.clinicians.get(week.clinicians[i]).source;
                WeekWindow when = problem.grid.window(
                        week.days[i], week.starts[i], prescribed.get(i).minutes());
                placed.add(new PlacedSession(prescribed.get(i).id(), clinician.id(), when, null));
            }
        }
        return placed;
    }

    /** The office of a session that stays at its published time. */
    private static @Nullable String publishedRoom(IndexedProblem problem, PlacedSession session) {
        PlacedSession published = problem.published().sessions().get(session.sessionId());
        return published != null && published.when().equals(session.when()) ? published.roomId() : null;
    }

    static List<String> roomIds(RosterProblem problem, RoomType type) {
        return problem.rooms().stream()
                .filter(room -> room.type() == type)
                .map(RosterRoom::id)
                .toList();
    }

    private static Map<String, String> facilitators(RosterState state) {
        Map<String, String> facilitators = new TreeMap<>();
        for (int g = 0; g < state.problem.cohorts.size(); g++) {
            if (state.isOpen(g)) {
                facilitators.put(
                        state.problem.cohorts.get(g).source.id(),
                        state.problem
                                .clinicians
                                .get(state.facilitatorOf(g))
                                .source
                                .id());
            }
        }
        return facilitators;
    }

    private static Map<String, List<String>> groupRooms(RosterState state) {
        List<Use> uses = new ArrayList<>();
        for (int g = 0; g < state.problem.cohorts.size(); g++) {
            RosterCohort cohort = state.problem.cohorts.get(g).source;
            if (state.isOpen(g) && !cohort.tele()) {
                List<String> published =
                        state.problem.published().roomsByCohort().getOrDefault(cohort.id(), List.of());
                for (int i = 0; i < cohort.slots().size(); i++) {
                    uses.add(new Use(
                            cohort.id(), cohort.slots().get(i), i < published.size() ? published.get(i) : null));
                }
            }
        }
        List<String> rooms = RoomNaming.name(uses, roomIds(state.problem.source, RoomType.GROUP));
        Map<String, List<String>> byCohort = new TreeMap<>();
        for (int i = 0; i < uses.size(); i++) {
            byCohort.computeIfAbsent(uses.get(i).owner(), owner -> new ArrayList<>())
                    .add(rooms.get(i));
        }
        return byCohort;
    }
}
