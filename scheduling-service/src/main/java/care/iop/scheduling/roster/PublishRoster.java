package care.iop.scheduling.roster;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.booking.Seat;
import care.iop.scheduling.booking.TakeSeats;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.RosterOutcome.Appointment;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.Occurrence;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionPlace;
import care.iop.scheduling.session.SessionTime;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns a solved roster into sessions and bookings in one transaction: all of them, or none with the reason. */
@ApplicationScoped
class PublishRoster {

    private final RosterRuns runs;
    private final Programs programs;
    private final Enrollments enrollments;
    private final AllSessionSeries allSeries;
    private final Sessions sessions;
    private final Bookings bookings;
    private final TakeSeats takeSeats;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    PublishRoster(
            RosterRuns runs,
            Programs programs,
            Enrollments enrollments,
            AllSessionSeries allSeries,
            Sessions sessions,
            Bookings bookings,
            TakeSeats takeSeats,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.runs = runs;
        this.programs = programs;
        this.enrollments = enrollments;
        this.allSeries = allSeries;
        this.sessions = sessions;
        this.bookings = bookings;
        this.takeSeats = takeSeats;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Publishes the run's result. Publications of one program take turns, so that each sees the bookings of the one before. */
    @Transactional
    RosterRun publish(UUID runId) {
        var run = runs.requireLocked(runId);
        var outcome = run.publishable();
        var program = programs.requireLocked(run.programId());
        var weeks = outcome.weeks().stream()
                .filter(week -> !week.sessions().isEmpty())
                .toList();
        requireUpToDate(run, program, weeks);
        var clients = enrollments
                .withIds(weeks.stream().map(RosterOutcome.Week::enrollmentId).toList())
                .stream()
                .collect(Collectors.toMap(Enrollment::id, Function.identity()));
        var meetings = scheduledMeetings(run);
        var seats = new ArrayList<Seat>();
        for (var week : weeks) {
            var client = Objects.requireNonNull(clients.get(week.enrollmentId()), "enrollments are never deleted");
            for (var appointment : week.sessions()) {
                seats.add(new Seat(client, session(program, appointment, meetings)));
            }
        }
        takeSeats.take(seats, run.id());
        run.publish(caller.subject(), clock.instant());
        runs.flush();
        return run;
    }

    private record Meeting(UUID seriesId, LocalDate day) {}

    private void requireUpToDate(RosterRun run, Program program, List<RosterOutcome.Week> weeks) {
        var bookedMeanwhile = bookings.ofWeek(run.programId(), run.weekStartingOn()).stream()
                .filter(booking -> booking.kind() != SessionKind.CHECK_IN)
                .map(Booking::enrollmentId)
                .collect(Collectors.toSet());
        if (weeks.stream().map(RosterOutcome.Week::enrollmentId).anyMatch(bookedMeanwhile::contains)) {
            throw outdated("A client of this roster was booked for the week meanwhile.");
        }
        if (weeks.stream()
                .flatMap(week -> week.sessions().stream())
                .map(Appointment::sessionOn)
                .anyMatch(program::isClosedOn)) {
            throw outdated("A day of this roster was closed meanwhile.");
        }
    }

    /** Read before anything is written: no query comes between, so that whatever the database refuses is refused with the seats. */
    private Map<Meeting, Session> scheduledMeetings(RosterRun run) {
        var scheduled = new HashMap<Meeting, Session>();
        for (var session : sessions.ofWeek(run.programId(), run.weekStartingOn())) {
            session.seriesId()
                    .ifPresent(series ->
                            scheduled.put(new Meeting(series, session.time().sessionOn()), session));
        }
        return scheduled;
    }

    private Session session(Program program, Appointment appointment, Map<Meeting, Session> meetings) {
        var place = new SessionPlace(appointment.clinicianId(), appointment.roomId());
        var seriesId = appointment.seriesId();
        if (seriesId == null) {
            return persisted(
                    Session.forOneClient(ids.next(), program.id(), appointment.kind(), time(appointment), place));
        }
        var session = meetings.computeIfAbsent(
                new Meeting(seriesId, appointment.sessionOn()),
                meeting -> persisted(meeting(program, seriesId, appointment, place)));
        if (!Objects.equals(session.place().clinicianId(), place.clinicianId())) {
            throw outdated("A group of this roster was given to another clinician meanwhile.");
        }
        return session;
    }

    private Session meeting(Program program, UUID seriesId, Appointment appointment, SessionPlace place) {
        var series = allSeries.requireNamed("/seriesId", seriesId, program.id());
        var occurrence = new Occurrence(
                seriesId,
                appointment.sessionOn(),
                appointment.localStart(),
                appointment.startsAt(),
                appointment.endsAt(),
                appointment.zone());
        return Session.ofSeries(ids.next(), series, occurrence, place);
    }

    private Session persisted(Session session) {
        sessions.persist(session);
        return session;
    }

    private static SessionTime time(Appointment appointment) {
        return new SessionTime(
                appointment.sessionOn(), appointment.startsAt(), appointment.endsAt(), appointment.zone());
    }

    private static ProblemException outdated(String what) {
        return new ProblemException(SchedulingProblem.ROSTER_OUTDATED, what + " Ask for a new run of the week.");
    }
}
