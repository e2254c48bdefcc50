package care.iop.scheduling.roster;

import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.RosterOutcome.Appointment;
import care.iop.scheduling.roster.RosterOutcome.Hint;
import care.iop.scheduling.roster.RosterOutcome.Points;
import care.iop.scheduling.roster.RosterOutcome.ScoreByConstraint;
import care.iop.scheduling.roster.RosterOutcome.Unplaced;
import care.iop.scheduling.roster.RosterOutcome.Week;
import care.iop.scheduling.roster.engine.ClientWeek;
import care.iop.scheduling.roster.engine.Compromise;
import care.iop.scheduling.roster.engine.Freedom;
import care.iop.scheduling.roster.engine.Limits;
import care.iop.scheduling.roster.engine.RosterEngine;
import care.iop.scheduling.roster.engine.RosterResult;
import care.iop.scheduling.roster.engine.SearchListener;
import care.iop.scheduling.roster.engine.Unassigned;
import care.iop.scheduling.roster.engine.Warning;
import care.iop.scheduling.roster.engine.constraint.Level;
import care.iop.scheduling.roster.engine.constraint.Match;
import care.iop.scheduling.roster.engine.constraint.RosterConstraints;
import care.iop.scheduling.roster.engine.constraint.Rule;
import care.iop.scheduling.roster.engine.constraint.Score;
import care.iop.scheduling.roster.engine.problem.PlacedSession;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.session.Occurrence;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionPlace;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the engine for a week and says its answer in this service's words. When nobody's week is given everybody is decided
 * together, and so are those who are decided anew, at the price of what that changes; else each remaining client gets the best
 * complete week beside those given, one after the other, so that nothing given moves.
 */
final class SolveWeek {

    private final RosterEngine engine;
    private final LongSupplier nanoTime;

    SolveWeek(RosterEngine engine, LongSupplier nanoTime) {
        this.engine = engine;
        this.nanoTime = nanoTime;
    }

    RosterOutcome solve(RosterWeek week, Limits limits, RunningSearch search) {
        var result = decide(week, limits, search);
        search.reach(result.steps(), result.score());
        return tell(week, result);
    }

    private RosterResult decide(RosterWeek week, Limits limits, RunningSearch search) {
        SearchListener listener = progress -> search.reach(progress.steps(), progress.best());
        var published = week.problem().published();
        if (published != null) {
            return engine.replan(
                    week.problem(), published.roster(), freedom(week), limits, listener, search::isStopped);
        }
        return week.given().equals(Roster.EMPTY)
                ? engine.solve(week.problem(), limits, listener, search::isStopped)
                : insertBeside(week, limits.time(), search);
    }

    /** Given clients stay, and so do the facilitators of their groups. */
    private static Freedom freedom(RosterWeek week) {
        var groups = week.problem().cohorts().stream()
                .map(RosterCohort::id)
                .filter(id -> !week.given().facilitatorByCohort().containsKey(id))
                .collect(Collectors.toSet());
        return Freedom.of(Set.copyOf(week.toPlace()), Set.of(), groups);
    }

    /** A roster of the week as a draft against what is published. */
    static RosterOutcome tell(RosterWeek week, RosterResult result) {
        return Draft.against(week.published(), new Telling(week, result).outcome());
    }

    /** One client's week that the engine found, not yet set against what is published. */
    static Week tell(RosterWeek week, ClientWeek found) {
        var groups = Roster.of(
                Map.of(), week.given().facilitatorByCohort(), week.given().roomsByCohort(), Map.of());
        return new Telling(week, new RosterResult(with(groups, found), Score.PERFECT, List.of(), List.of(), 0))
                .week(found.clientId());
    }

    /** What the engine could not place of one client, and why. */
    static List<Unplaced> unplaced(RosterWeek week, ClientWeek found) {
        var telling = new Telling(week, new RosterResult(week.given(), Score.PERFECT, List.of(), List.of(), 0));
        return found.unassigned().stream().map(telling::unplaced).toList();
    }

    private RosterResult insertBeside(RosterWeek week, Duration time, RunningSearch search) {
        var start = nanoTime.getAsLong();
        var roster = week.given();
        var unassigned = new ArrayList<Unassigned>();
        var warnings = new ArrayList<Warning>();
        var compromises = new ArrayList<Compromise>();
        for (var client : week.toPlace()) {
            if (search.isStopped() || nanoTime.getAsLong() - start >= time.toNanos()) {
                unassigned.addAll(outOfTime(week, client));
                continue;
            }
            var placed = engine.bestWeek(week.problem(), roster, client);
            roster = with(roster, placed);
            unassigned.addAll(placed.unassigned());
            warnings.addAll(placed.warnings());
            compromises.addAll(placed.compromises());
        }
        return new RosterResult(
                roster, RosterConstraints.score(week.problem(), roster), unassigned, warnings, compromises, 0);
    }

    static Roster with(Roster roster, ClientWeek week) {
        var cohortByClient = new TreeMap<>(roster.cohortByClient());
        var facilitatorByCohort = new TreeMap<>(roster.facilitatorByCohort());
        var roomsByCohort = new TreeMap<>(roster.roomsByCohort());
        var sessions = new TreeMap<>(roster.sessions());
        var cohort = week.cohortId();
        if (cohort != null) {
            cohortByClient.put(week.clientId(), cohort);
            var opens = week.opens();
            if (opens != null) {
                facilitatorByCohort.put(cohort, opens.facilitatorId());
                roomsByCohort.put(cohort, opens.rooms());
            }
        }
        week.sessions().forEach(session -> sessions.put(session.sessionId(), session));
        return Roster.of(cohortByClient, facilitatorByCohort, roomsByCohort, sessions);
    }

    private static List<Unassigned> outOfTime(RosterWeek week, String clientId) {
        var client = week.problem().clients().stream()
                .filter(each -> each.id().equals(clientId))
                .findFirst()
                .orElseThrow();
        var reason = "The time limit was reached before this client's turn.";
        var advice = "Allow more seconds, or publish and run again for those who remain.";
        var missing = new ArrayList<Unassigned>();
        if (client.needsGroup()) {
            missing.add(new Unassigned(clientId, null, new TreeSet<>(), reason, advice));
        }
        client.sessions()
                .forEach(session ->
                        missing.add(new Unassigned(clientId, session.id(), new TreeSet<>(), reason, advice)));
        return missing;
    }

    /** The engine's answer about one week, told for people. */
    private static final class Telling {

        private final RosterWeek week;
        private final RosterResult result;
        private final Map<String, SessionToPlace> sessions;

        Telling(RosterWeek week, RosterResult result) {
            this.week = week;
            this.result = result;
            this.sessions = week.problem().clients().stream()
                    .flatMap(client -> client.sessions().stream())
                    .collect(Collectors.toMap(SessionToPlace::id, session -> session));
        }

        RosterOutcome outcome() {
            var matches = RosterConstraints.matches(week.problem(), result.roster());
            return new RosterOutcome(
                    week.toPlace().stream().map(this::week).toList(),
                    week.alreadyBooked().stream().map(UUID::fromString).sorted().toList(),
                    result.unassigned().stream().map(this::unplaced).toList(),
                    result.warnings().stream()
                            .map(warning -> new Hint(
                                    UUID.fromString(warning.clientId()),
                                    warning.code().name(),
                                    week.names().say(warning.text())))
                            .toList(),
                    score(matches),
                    result.steps(),
                    List.of(),
                    new UnmetWishes(week.names(), result.compromises()).of(Set.copyOf(week.toPlace()), matches));
        }

        private Week week(String clientId) {
            var client = known(week.clients().get(clientId));
            var cohort = result.roster().cohortByClient().get(clientId);
            var appointments = new ArrayList<Appointment>();
            if (cohort != null) {
                appointments.addAll(groupSessions(cohort));
            }
            week.problem().clients().stream()
                    .filter(each -> each.id().equals(clientId))
                    .flatMap(each -> each.sessions().stream())
                    .map(session -> result.roster().sessions().get(session.id()))
                    .filter(Objects::nonNull)
                    .map(this::alone)
                    .forEach(appointments::add);
            appointments.sort(Comparator.comparing(Appointment::startsAt));
            return new Week(
                    client.id(),
                    client.patientId(),
                    cohort == null ? null : UUID.fromString(cohort),
                    appointments.stream()
                            .mapToInt(a -> Math.toIntExact(
                                    Duration.between(a.startsAt(), a.endsAt()).toMinutes()))
                            .sum(),
                    (int) appointments.stream()
                            .map(Appointment::sessionOn)
                            .distinct()
                            .count(),
                    List.copyOf(appointments),
                    List.of());
        }

        private List<Appointment> groupSessions(String cohort) {
            var meetings = known(week.occurrences().get(cohort));
            var rooms = result.roster().roomsByCohort().getOrDefault(cohort, List.of());
            var facilitator =
                    UUID.fromString(known(result.roster().facilitatorByCohort().get(cohort)));
            var told = new ArrayList<Appointment>();
            for (int i = 0; i < meetings.size(); i++) {
                var meeting = meetings.get(i);
                var place = givenPlace(cohort, meeting)
                        .orElse(new SessionPlace(
                                meeting.facilitatorId() == null ? facilitator : meeting.facilitatorId(),
                                i < rooms.size() ? UUID.fromString(rooms.get(i)) : null));
                told.add(new Appointment(
                        known(week.cohortKinds().get(cohort)),
                        UUID.fromString(cohort),
                        meeting.sessionOn(),
                        meeting.localStart(),
                        meeting.startsAt(),
                        meeting.endsAt(),
                        meeting.zone(),
                        place.clinicianId(),
                        place.roomId(),
                        null));
            }
            return told;
        }

        /** A given group stays as it is scheduled, meetings with a substitute included. */
        private Optional<SessionPlace> givenPlace(String cohort, Occurrence meeting) {
            return week.given().facilitatorByCohort().containsKey(cohort)
                    ? week.published()
                            .meeting(UUID.fromString(cohort), meeting.sessionOn())
                            .map(Session::place)
                    : Optional.empty();
        }

        private Appointment alone(PlacedSession placed) {
            var day = week.weekStartingOn().plusDays(placed.when().day().getValue() - 1L);
            var start = ZonedDateTime.of(day, placed.when().startTime(), week.zone());
            var room = placed.roomId();
            return new Appointment(
                    known(week.sessionKinds().get(placed.sessionId())),
                    null,
                    day,
                    start.toLocalTime(),
                    start.toInstant(),
                    start.toInstant().plus(Duration.ofMinutes(placed.when().minutes())),
                    week.zone().getId(),
                    UUID.fromString(placed.clinicianId()),
                    room == null ? null : UUID.fromString(room),
                    null);
        }

        private Unplaced unplaced(Unassigned unassigned) {
            var sessionId = unassigned.sessionId();
            var alternative = unassigned.nearestAlternative();
            var session = sessionId == null ? null : known(sessions.get(sessionId));
            var client = known(week.clients().get(unassigned.clientId()));
            return new Unplaced(
                    client.id(),
                    session == null
                            ? groupKind(client)
                            : known(week.sessionKinds().get(session.id())),
                    session == null ? null : session.minutes(),
                    new TreeSet<>(unassigned.blockedBy()),
                    week.names().say(unassigned.reason()),
                    alternative == null ? null : week.names().say(alternative));
        }

        private static SessionKind groupKind(Enrollment client) {
            return client.prescription().sessions().stream()
                    .map(prescribed -> prescribed.kind())
                    .filter(SessionKind::isCohort)
                    .findFirst()
                    .orElse(SessionKind.GROUP);
        }

        private ScoreByConstraint score(List<Match> matches) {
            Map<Rule, List<Match>> byRule = new EnumMap<>(Rule.class);
            matches.forEach(match -> byRule.computeIfAbsent(match.rule(), rule -> new ArrayList<>())
                    .add(match));
            var score = result.score();
            return new ScoreByConstraint(
                    score.points(Level.HARD),
                    score.points(Level.MEDIUM),
                    score.points(Level.SOFT),
                    byRule.entrySet().stream()
                            .map(entry -> new Points(
                                    entry.getKey(),
                                    entry.getValue().get(0).level(),
                                    entry.getValue().size(),
                                    entry.getValue().stream()
                                                    .mapToLong(Match::quarterPoints)
                                                    .sum()
                                            / (double) Score.QUARTERS))
                            .toList());
        }

        private static <T> T known(@Nullable T value) {
            return Objects.requireNonNull(value, "the engine speaks only of what it was told");
        }
    }
}
