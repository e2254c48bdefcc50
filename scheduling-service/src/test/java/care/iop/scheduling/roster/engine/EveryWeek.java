package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.ClientWeek.CohortOpening;
import care.iop.scheduling.roster.engine.constraint.RosterConstraints;
import care.iop.scheduling.roster.engine.constraint.Score;
import care.iop.scheduling.roster.engine.problem.PlacedSession;
import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.RosterRoom;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tries every week of a client, judged by the catalogue's full count alone: slow, and simple enough to be trusted. */
final class EveryWeek {

    private final RosterProblem problem;
    private final Roster others;
    private final RosterClient client;
    private final Map<String, Score> bestByDays = new HashMap<>();

    private EveryWeek(RosterProblem problem, Roster others, RosterClient client) {
        this.problem = problem;
        this.others = others;
        this.client = client;
        place(new ClientWeek(client.id(), null, null, List.of(), List.of(), List.of(), List.of(), Score.PERFECT), 0);
        for (RosterCohort cohort : client.needsGroup() ? problem.cohorts() : List.<RosterCohort>of()) {
            boolean open = others.facilitatorByCohort().containsKey(cohort.id());
            if (open) {
                place(inCohort(cohort, null), 0);
            }
            for (RosterClinician facilitator : open ? List.<RosterClinician>of() : problem.clinicians()) {
                CohortOpening opening = opening(cohort, facilitator);
                if (opening != null) {
                    place(inCohort(cohort, opening), 0);
                }
            }
        }
    }

    static Score best(RosterProblem problem, Roster others, RosterClient client) {
        return bestThatDiffer(problem, others, client, 1).get(0);
    }

    /** The best scores of weeks that differ in the group or the days of sessions, none leaving more unplaced. */
    static List<Score> bestThatDiffer(RosterProblem problem, Roster others, RosterClient client, int count) {
        List<Score> sorted = new EveryWeek(problem, others, client)
                .bestByDays.values().stream().sorted().toList();
        return sorted.stream()
                .filter(score -> score.medium() == sorted.get(0).medium())
                .limit(count)
                .toList();
    }

    /** The roster without the client, and without the groups that nobody else is in. */
    static Roster without(RosterClient client, Roster roster) {
        TreeMap<String, String> cohorts = new TreeMap<>(roster.cohortByClient());
        cohorts.remove(client.id());
        TreeMap<String, String> facilitators = new TreeMap<>(roster.facilitatorByCohort());
        facilitators.keySet().retainAll(cohorts.values());
        TreeMap<String, List<String>> rooms = new TreeMap<>(roster.roomsByCohort());
        rooms.keySet().retainAll(cohorts.values());
        TreeMap<String, PlacedSession> sessions = new TreeMap<>(roster.sessions());
        client.sessions().forEach(session -> sessions.remove(session.id()));
        return Roster.of(cohorts, facilitators, rooms, sessions);
    }

    /** The program as if the client had never come. */
    static RosterProblem without(RosterClient client, RosterProblem problem) {
        List<RosterClient> rest = problem.clients().stream()
                .filter(other -> !other.id().equals(client.id()))
                .map(other -> forgetting(client, other))
                .toList();
        return new RosterProblem(
                problem.startStepMinutes(),
                problem.tracks(),
                problem.clinicians(),
                problem.rooms(),
                problem.cohorts(),
                rest,
                problem.weights());
    }

    private static RosterClient forgetting(RosterClient client, RosterClient other) {
        Set<String> noContact = new HashSet<>(other.noContact());
        noContact.remove(client.id());
        return new RosterClient(
                other.id(),
                other.priority(),
                other.gender(),
                other.trauma(),
                other.teleOnly(),
                other.telehealth(),
                other.needsGroup(),
                other.preferences(),
                other.limits(),
                other.primaryTherapistId(),
                other.careTeam(),
                other.availability(),
                other.sessions(),
                noContact,
                other.curriculum(),
                other.languages());
    }

    static Roster with(Roster others, ClientWeek week) {
        TreeMap<String, String> cohorts = new TreeMap<>(others.cohortByClient());
        TreeMap<String, String> facilitators = new TreeMap<>(others.facilitatorByCohort());
        TreeMap<String, List<String>> rooms = new TreeMap<>(others.roomsByCohort());
        TreeMap<String, PlacedSession> sessions = new TreeMap<>(others.sessions());
        if (week.cohortId() != null) {
            cohorts.put(week.clientId(), week.cohortId());
            if (week.opens() != null) {
                facilitators.put(week.cohortId(), week.opens().facilitatorId());
                rooms.put(week.cohortId(), week.opens().rooms());
            }
        }
        week.sessions().forEach(session -> sessions.put(session.sessionId(), session));
        return Roster.of(cohorts, facilitators, rooms, sessions);
    }

    private ClientWeek inCohort(RosterCohort cohort, @Nullable CohortOpening opening) {
        return new ClientWeek(
                client.id(), cohort.id(), opening, List.of(), List.of(), List.of(), List.of(), Score.PERFECT);
    }

    private @Nullable CohortOpening opening(RosterCohort cohort, RosterClinician facilitator) {
        List<String> rooms = new ArrayList<>();
        for (WeekWindow slot : cohort.tele() ? List.<WeekWindow>of() : cohort.slots()) {
            String room = freeRoom(RoomType.GROUP, slot);
            if (room == null) {
                return null;
            }
            rooms.add(room);
        }
        return new CohortOpening(facilitator.id(), rooms);
    }

    private @Nullable String freeRoom(RoomType type, WeekWindow when) {
        for (RosterRoom room : problem.rooms()) {
            boolean taken = others.sessions().values().stream()
                    .anyMatch(s -> room.id().equals(s.roomId()) && s.when().overlapMinutes(when) > 0);
            for (RosterCohort cohort : problem.cohorts()) {
                List<String> rooms = others.roomsByCohort().getOrDefault(cohort.id(), List.of());
                for (int i = 0; i < rooms.size(); i++) {
                    taken |= rooms.get(i).equals(room.id())
                            && cohort.slots().get(i).overlapMinutes(when) > 0;
                }
            }
            if (room.type() == type && !taken) {
                return room.id();
            }
        }
        return null;
    }

    private void place(ClientWeek week, int from) {
        if (from == client.sessions().size()) {
            Score score = RosterConstraints.score(problem, with(others, week));
            if (score.hard() == 0) {
                bestByDays.merge(days(week), score, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
            return;
        }
        place(week, from + 1);
        SessionToPlace session = client.sessions().get(from);
        for (RosterClinician clinician : problem.clinicians()) {
            for (WeekWindow when : starts(session, clinician)) {
                String room = client.telehealth() ? null : freeRoom(RoomType.OFFICE, when);
                if (client.telehealth() || room != null) {
                    List<PlacedSession> sessions = new ArrayList<>(week.sessions());
                    sessions.add(new PlacedSession(session.id(), clinician.id(), when, room));
                    place(
                            new ClientWeek(
                                    week.clientId(),
                                    week.cohortId(),
                                    week.opens(),
                                    sessions,
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    Score.PERFECT),
                            from + 1);
                }
            }
        }
    }

    /** Starts in the hours of both; others would break a hard rule and are only left out to save time. */
    private List<WeekWindow> starts(SessionToPlace session, RosterClinician clinician) {
        List<WeekWindow> starts = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int start = 0; start + session.minutes() <= 1440; start += problem.startStepMinutes()) {
                WeekWindow when = new WeekWindow(day, start, start + session.minutes());
                if (client.availability().covers(when)
                        && clinician.availability().covers(when)) {
                    starts.add(when);
                }
            }
        }
        return starts;
    }

    /** The group and, for sessions alike in kind and length, the days that they lie on. */
    private String days(ClientWeek week) {
        Map<String, SessionToPlace> byId = new HashMap<>();
        client.sessions().forEach(session -> byId.put(session.id(), session));
        List<String> days = week.sessions().stream()
                .map(placed -> {
                    SessionToPlace session = byId.get(placed.sessionId());
                    return session.kind() + " " + session.minutes() + " "
                            + placed.when().day();
                })
                .sorted()
                .toList();
        return week.cohortId() + " " + days;
    }
}
