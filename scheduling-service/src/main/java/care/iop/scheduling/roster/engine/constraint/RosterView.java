package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.PlacedSession;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A roster read together with its problem: ids resolved, and everyone's appointments in order of time. */
public final class RosterView {

    /** A placed session with everyone and everything it concerns. */
    record Visit(
            RosterClient client,
            SessionToPlace session,
            RosterClinician clinician,
            WeekWindow when,
            @Nullable RosterRoom room) {}

    /** A cohort with its facilitator (absent when it is not open), its rooms per block and its members. */
    record Group(
            RosterCohort cohort,
            @Nullable RosterClinician facilitator,
            List<RosterRoom> rooms,
            List<RosterClient> members) {}

    /** A session as published, and where it is now, absent when it is nowhere. */
    record PublishedSession(
            RosterClient client,
            PlacedSession published,
            @Nullable PlacedSession now) {}

    private final RosterProblem problem;
    private final Roster roster;
    private final Roster published;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Group> groupByClient = new HashMap<>();
    private final List<Visit> visits = new ArrayList<>();
    private final Map<String, List<Visit>> visitsByClient = new HashMap<>();
    private final Map<String, List<WeekWindow>> appointmentsByClient = new HashMap<>();
    private final Map<String, List<WeekWindow>> engagementsByClinician = new HashMap<>();

    /** Reads the roster; refuses one that speaks of anything that is not in the problem. */
    public RosterView(RosterProblem problem, Roster roster) {
        this.problem = problem;
        this.roster = roster;
        this.published =
                problem.published() == null ? Roster.EMPTY : problem.published().roster();
        Map<String, RosterClinician> clinicians = byId(problem.clinicians(), RosterClinician::id);
        Map<String, RosterRoom> rooms = byId(problem.rooms(), RosterRoom::id);
        Map<String, RosterClient> clients = byId(problem.clients(), RosterClient::id);
        Map<String, RosterCohort> cohorts = byId(problem.cohorts(), RosterCohort::id);
        roster.facilitatorByCohort().keySet().forEach(id -> known("cohort", id, cohorts));
        roster.roomsByCohort().keySet().forEach(id -> known("cohort", id, cohorts));
        for (RosterCohort cohort : problem.cohorts()) {
            String facilitator = roster.facilitatorByCohort().get(cohort.id());
            groups.put(
                    cohort.id(),
                    new Group(
                            cohort,
                            facilitator == null ? null : known("clinician", facilitator, clinicians),
                            roster.roomsByCohort().getOrDefault(cohort.id(), List.of()).stream()
                                    .map(id -> known("room", id, rooms))
                                    .toList(),
                            new ArrayList<>()));
        }
        roster.cohortByClient().forEach((client, cohort) -> {
            Group group = known("cohort", cohort, groups);
            group.members().add(known("client", client, clients));
            groupByClient.put(client, group);
        });
        readVisits(roster, clinicians, rooms);
        arrangeAppointments();
    }

    /** Refuses a roster that speaks of anything that is not in the problem. */
    public static void check(RosterProblem problem, Roster roster) {
        new RosterView(problem, roster);
    }

    private void readVisits(Roster roster, Map<String, RosterClinician> clinicians, Map<String, RosterRoom> rooms) {
        int found = 0;
        for (RosterClient client : problem.clients()) {
            List<Visit> own = new ArrayList<>();
            for (SessionToPlace session : client.sessions()) {
                PlacedSession placed = roster.sessions().get(session.id());
                if (placed == null) {
                    continue;
                }
                found++;
                if (placed.when().minutes() != session.minutes()) {
                    throw new IllegalArgumentException("Session %s lasts %d minutes, but the roster places it %s."
                            .formatted(session.id(), session.minutes(), placed.when()));
                }
                RosterRoom room = placed.roomId() == null ? null : known("room", placed.roomId(), rooms);
                RosterClinician clinician = known("clinician", placed.clinicianId(), clinicians);
                own.add(new Visit(client, session, clinician, placed.when(), room));
            }
            visits.addAll(own);
            visitsByClient.put(client.id(), own);
        }
        if (found != roster.sessions().size()) {
            throw new IllegalArgumentException("The roster places %d sessions that are not in the problem."
                    .formatted(roster.sessions().size() - found));
        }
    }

    private void arrangeAppointments() {
        for (RosterClient client : problem.clients()) {
            Group group = groupByClient.get(client.id());
            Stream<WeekWindow> blocks = group == null ? Stream.of() : group.cohort().slots().stream();
            Stream<WeekWindow> own = visitsOf(client).stream().map(Visit::when);
            appointmentsByClient.put(
                    client.id(), Stream.concat(blocks, own).sorted().toList());
        }
        Map<String, List<WeekWindow>> engagements = new HashMap<>();
        visits.forEach(v -> engagements
                .computeIfAbsent(v.clinician().id(), id -> new ArrayList<>())
                .add(v.when()));
        groups.values().forEach(g -> {
            if (g.facilitator() != null) {
                engagements
                        .computeIfAbsent(g.facilitator().id(), id -> new ArrayList<>())
                        .addAll(g.cohort().slots());
            }
        });
        engagements.forEach((id, windows) ->
                engagementsByClinician.put(id, windows.stream().sorted().toList()));
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private static <T> T known(String kind, String id, Map<String, T> byId) {
        T found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException(
                    "The roster speaks of %s %s, which is not in the problem.".formatted(kind, id));
        }
        return found;
    }

    RosterProblem problem() {
        return problem;
    }

    Stream<RosterClient> clients() {
        return problem.clients().stream();
    }

    Stream<RosterClinician> clinicians() {
        return problem.clinicians().stream();
    }

    Stream<Group> groups() {
        return groups.values().stream();
    }

    Stream<Group> openGroups() {
        return groups().filter(g -> g.facilitator() != null);
    }

    Stream<Visit> visits() {
        return visits.stream();
    }

    @Nullable
    Group groupOf(RosterClient client) {
        return groupByClient.get(client.id());
    }

    List<Visit> visitsOf(RosterClient client) {
        return visitsByClient.getOrDefault(client.id(), List.of());
    }

    /** Blocks of the group and own sessions of a client, in order of time. */
    List<WeekWindow> appointmentsOf(RosterClient client) {
        return appointmentsByClient.getOrDefault(client.id(), List.of());
    }

    /** Blocks that a clinician leads and sessions that they hold, in order of time. */
    List<WeekWindow> engagementsOf(RosterClinician clinician) {
        return engagementsByClinician.getOrDefault(clinician.id(), List.of());
    }

    /** The published roster, empty when there is none. */
    Roster published() {
        return published;
    }

    /** Every session that is both prescribed and published. */
    Stream<PublishedSession> publishedSessions() {
        return clients().flatMap(client -> client.sessions().stream()
                .map(session -> published.sessions().get(session.id()))
                .filter(Objects::nonNull)
                .map(placed ->
                        new PublishedSession(client, placed, roster.sessions().get(placed.sessionId()))));
    }

    /** Days on which a client has treatment; a weekend check-in is none. */
    long daysOf(RosterClient client) {
        Map<DayOfWeek, Integer> minutes = new EnumMap<>(DayOfWeek.class);
        appointmentsOf(client).forEach(when -> minutes.merge(when.day(), when.minutes(), Integer::sum));
        return minutes.entrySet().stream()
                .filter(day -> client.limits().countsAsDay(day.getKey(), day.getValue()))
                .count();
    }
}
