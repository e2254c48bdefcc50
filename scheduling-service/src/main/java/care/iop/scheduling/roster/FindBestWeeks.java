package care.iop.scheduling.roster;

import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.booking.AttendanceRules;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.booking.GiveUpSeats;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.roster.BestWeeksView.Choice;
import care.iop.scheduling.roster.BestWeeksView.Price;
import care.iop.scheduling.roster.ReplaceWeek.NewSeat;
import care.iop.scheduling.roster.ReplaceWeek.Replacement;
import care.iop.scheduling.roster.RosterOutcome.Appointment;
import care.iop.scheduling.roster.RosterOutcome.ScoreByConstraint;
import care.iop.scheduling.roster.RosterOutcome.Week;
import care.iop.scheduling.roster.TakeWeekRequest.Chosen;
import care.iop.scheduling.roster.engine.ClientWeek;
import care.iop.scheduling.roster.engine.RosterEngine;
import care.iop.scheduling.roster.engine.constraint.Level;
import care.iop.scheduling.roster.engine.constraint.RosterConstraints;
import care.iop.scheduling.roster.engine.constraint.Score;
import care.iop.scheduling.roster.engine.problem.PlacedSession;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.session.SessionPlace;
import care.iop.scheduling.session.SessionTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds the weeks that one client could have beside everybody else's, and books the one that was chosen. */
@ApplicationScoped
class FindBestWeeks {

    /** As many as the engine gives; what was offered must be found again when it is taken. */
    private static final int MOST = 20;

    /** What is usually offered, looked through first: each further week takes time. */
    private static final int USUAL = 5;

    private final Programs programs;
    private final Enrollments enrollments;
    private final Bookings bookings;
    private final ReadClientWeek readClientWeek;
    private final GiveUpSeats giveUpSeats;
    private final ReplaceWeek replaceWeek;
    private final AttendanceRules rules;
    private final Clock clock;
    private final RosterEngine engine = new RosterEngine();

    FindBestWeeks(
            Programs programs,
            Enrollments enrollments,
            Bookings bookings,
            ReadClientWeek readClientWeek,
            GiveUpSeats giveUpSeats,
            ReplaceWeek replaceWeek,
            AttendanceRules rules,
            Clock clock) {
        this.programs = programs;
        this.enrollments = enrollments;
        this.bookings = bookings;
        this.readClientWeek = readClientWeek;
        this.giveUpSeats = giveUpSeats;
        this.replaceWeek = replaceWeek;
        this.rules = rules;
        this.clock = clock;
    }

    /** The best weeks, with what the client has booked then put aside. */
    @Transactional
    BestWeeksView find(Enrollment client, LocalDate weekStartingOn, int count) {
        requireMonday("week", weekStartingOn);
        client.requireActive();
        var week = readClientWeek.read(client, weekStartingOn);
        requireAhead(week, client);
        if (week.toPlace().stream().noneMatch(client.id().toString()::equals)) {
            return new BestWeeksView(client.id(), weekStartingOn, List.of());
        }
        var found = engine.bestWeeks(week.problem(), week.given(), client.id().toString(), count);
        var choices = new ArrayList<Choice>();
        for (var each : found) {
            choices.add(choice(choices.size() + 1, week, each));
        }
        return new BestWeeksView(client.id(), weekStartingOn, choices);
    }

    private static void requireMonday(String pointer, LocalDate day) {
        if (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw ProblemException.invalid(pointer, "must be a Monday");
        }
    }

    /** A week that has begun for the client is not decided anew: what is over or near would have to move. */
    private void requireAhead(RosterWeek week, Enrollment client) {
        var from = clock.instant().plus(rules.notice());
        for (var booking : week.published().treatmentOf(client.id())) {
            if (booking.attendance().isPresent() || booking.time().startsAt().isBefore(from)) {
                throw new ProblemException(
                        SchedulingProblem.NOTICE_TOO_SHORT,
                        "The client has a session on %s that is over, marked or too near. Ask for make-up sessions, or for the week after."
                                .formatted(booking.time().sessionOn()));
            }
        }
    }

    private static Choice choice(int rank, RosterWeek week, ClientWeek found) {
        var told = SolveWeek.tell(week, found);
        var price = found.score().points(Level.SOFT);
        var prices = prices(week, found);
        var rest = price - prices.stream().mapToDouble(Price::points).sum();
        if (rest != 0) {
            prices.add(new Price(
                    null,
                    rest,
                    rest < 0
                            ? "The client fills a group that is short of members."
                            : "A group opens for it, or clinicians work over their usual hours."));
        }
        return new Choice(
                rank,
                price,
                prices,
                text(week, told),
                told.plannedMinutes(),
                told.days(),
                told.sessions(),
                SolveWeek.unplaced(week, found));
    }

    /** What the client's own wishes cost, counted on the client's week alone. */
    private static List<Price> prices(RosterWeek week, ClientWeek found) {
        var id = found.clientId();
        var client = week.problem().clients().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        var cohortId = found.cohortId();
        var problem = new RosterProblem(
                week.problem().startStepMinutes(),
                week.problem().tracks(),
                week.problem().clinicians(),
                week.problem().rooms(),
                week.problem().cohorts().stream()
                        .filter(cohort -> cohort.id().equals(cohortId))
                        .toList(),
                List.of(client.alone()),
                week.problem().weights());
        Map<String, String> cohort = cohortId == null ? Map.of() : Map.of(id, cohortId);
        Map<String, String> facilitator = new HashMap<>();
        if (cohortId != null) {
            var opens = found.opens();
            facilitator.put(
                    cohortId,
                    opens != null
                            ? opens.facilitatorId()
                            : Objects.requireNonNull(
                                    week.given().facilitatorByCohort().get(cohortId)));
        }
        var roster = Roster.of(
                cohort,
                facilitator,
                Map.of(),
                found.sessions().stream().collect(Collectors.toMap(PlacedSession::sessionId, session -> session)));
        return RosterConstraints.matches(problem, roster).stream()
                .filter(match ->
                        match.level() == Level.SOFT && match.subjectId().equals(id))
                .map(match -> new Price(
                        match.rule(),
                        match.quarterPoints() / (double) Score.QUARTERS,
                        week.names().say(match.explanation())))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String text(RosterWeek week, Week told) {
        Map<String, List<String>> days = new LinkedHashMap<>();
        for (var appointment : told.sessions()) {
            var until =
                    appointment.endsAt().atZone(ZoneId.of(appointment.zone())).toLocalTime();
            days.computeIfAbsent(
                            "%s%%s %s–%s with %s"
                                    .formatted(
                                            week.names()
                                                    .session(appointment.kind(), appointment.seriesId())
                                                    .replace("%", "%%"),
                                            appointment.localStart(),
                                            until,
                                            week.names()
                                                    .clinician(appointment.clinicianId())
                                                    .replace("%", "%%")),
                            what -> new ArrayList<>())
                    .add(" " + appointment.sessionOn().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
        }
        return days.entrySet().stream()
                .map(entry -> entry.getKey().formatted(String.join(",", entry.getValue())))
                .collect(Collectors.joining("; ", "", "."));
    }

    /** Books one of the best weeks, in place of what the client has booked then; nobody else moves. */
    @Transactional
    List<Booking> take(UUID enrollmentId, TakeWeekRequest request) {
        requireMonday("/weekStartingOn", request.weekStartingOn());
        var programId = enrollments.require(enrollmentId).programId();
        var locked = giveUpSeats.lock(bookings.idsOfWeek(enrollmentId, request.weekStartingOn()));
        var program = programs.requireLocked(programId);
        var client = enrollments.require(enrollmentId);
        client.requireActive();
        var week = readClientWeek.read(client, request.weekStartingOn());
        requireAhead(week, client);
        var chosen = Set.copyOf(request.sessions());
        var told = offered(week, enrollmentId, chosen, USUAL).or(() -> offered(week, enrollmentId, chosen, MOST));
        var draft = Draft.against(
                week.published(),
                new RosterOutcome(
                        List.of(told.orElseThrow(() -> gone(week, request))),
                        List.of(),
                        List.of(),
                        List.of(),
                        new ScoreByConstraint(0, 0, 0, List.of()),
                        0,
                        List.of(),
                        List.of()));
        var kept = draft.kept();
        var replaced = draft.replaced();
        var givenUp = locked.stream()
                .filter(booking -> replaced.contains(booking.id()) && !kept.contains(booking.id()))
                .toList();
        replaceWeek.replace(
                week.published(),
                new Replacement(
                        program,
                        givenUp,
                        draft.handovers(),
                        seats(client, draft.weeks().get(0)),
                        null));
        return bookings.ofEnrollment(enrollmentId, request.weekStartingOn());
    }

    /** The chosen week among so many of the best. */
    private Optional<Week> offered(RosterWeek week, UUID enrollmentId, Set<Chosen> chosen, int count) {
        return week.toPlace().contains(enrollmentId.toString())
                ? engine.bestWeeks(week.problem(), week.given(), enrollmentId.toString(), count).stream()
                        .map(found -> SolveWeek.tell(week, found))
                        .filter(found -> found.sessions().stream()
                                .map(FindBestWeeks::chosen)
                                .collect(Collectors.toSet())
                                .equals(chosen))
                        .findFirst()
                : Optional.empty();
    }

    private static List<NewSeat> seats(Enrollment client, Week week) {
        return week.sessions().stream()
                .filter(appointment -> appointment.bookingId() == null)
                .map(appointment -> new NewSeat(
                        client,
                        appointment.kind(),
                        appointment.seriesId(),
                        new SessionTime(
                                appointment.sessionOn(),
                                appointment.startsAt(),
                                appointment.endsAt(),
                                appointment.zone()),
                        new SessionPlace(appointment.clinicianId(), appointment.roomId())))
                .toList();
    }

    private static Chosen chosen(Appointment appointment) {
        return new Chosen(
                appointment.kind(),
                appointment.seriesId(),
                appointment.startsAt(),
                Objects.requireNonNull(appointment.clinicianId()));
    }

    private static ProblemException gone(RosterWeek week, TakeWeekRequest request) {
        var taken = request.sessions().stream()
                .filter(chosen -> chosen.seriesId() == null)
                .filter(chosen -> week.published().sessions().stream()
                        .filter(session ->
                                chosen.clinicianId().equals(session.place().clinicianId()))
                        .anyMatch(session -> !session.time().startsAt().isAfter(chosen.startsAt())
                                && session.time().endsAt().isAfter(chosen.startsAt())))
                .findFirst();
        var full = request.sessions().stream()
                .filter(chosen -> chosen.seriesId() != null)
                .filter(chosen -> week.problem().cohorts().stream()
                        .anyMatch(cohort -> cohort.id().equals(String.valueOf(chosen.seriesId()))
                                && week.given().cohortByClient().values().stream()
                                                .filter(cohort.id()::equals)
                                                .count()
                                        >= cohort.capacity()))
                .findFirst();
        var reason = taken.map(chosen -> "%s has another session at %s now."
                        .formatted(week.names().clinician(chosen.clinicianId()), local(week, chosen)))
                .or(() -> full.map(chosen -> "%s has no free seat any more."
                        .formatted(week.names().series(Objects.requireNonNull(chosen.seriesId())))))
                .orElse("Something of it was booked, changed or closed meanwhile.");
        return new ProblemException(
                SchedulingProblem.WEEK_GONE, reason + " Nothing was booked. Ask for the best weeks again.");
    }

    private static String local(RosterWeek week, Chosen chosen) {
        var start = chosen.startsAt().atZone(week.zone());
        return "%s %s"
                .formatted(start.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH), start.toLocalTime());
    }
}
