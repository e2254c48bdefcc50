package care.iop.scheduling.roster;

import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.booking.AttendanceRules;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.booking.CancellationReason;
import care.iop.scheduling.booking.GiveUpSeats;
import care.iop.scheduling.booking.Seat;
import care.iop.scheduling.booking.TakeSeats;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.RosterOutcome.Handover;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.Occurrence;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionPlace;
import care.iop.scheduling.session.SessionSeries;
import care.iop.scheduling.session.SessionTime;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes a published week in the caller's transaction: seats given up, sessions handed over, seats taken; all of it or, with the
 * reason, nothing. Everything is read before anything is written, so that whatever the database refuses is refused with the
 * seats.
 */
@ApplicationScoped
class ReplaceWeek {

    private final AllSessionSeries allSeries;
    private final Sessions sessions;
    private final Bookings bookings;
    private final GiveUpSeats giveUpSeats;
    private final TakeSeats takeSeats;
    private final AttendanceRules rules;
    private final Ids ids;
    private final Clock clock;

    ReplaceWeek(
            AllSessionSeries allSeries,
            Sessions sessions,
            Bookings bookings,
            GiveUpSeats giveUpSeats,
            TakeSeats takeSeats,
            AttendanceRules rules,
            Ids ids,
            Clock clock) {
        this.allSeries = allSeries;
        this.sessions = sessions;
        this.bookings = bookings;
        this.giveUpSeats = giveUpSeats;
        this.takeSeats = takeSeats;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    /** A seat to be taken: in a meeting of a series, scheduled or not yet, or in a session of its client alone. */
    record NewSeat(
            Enrollment client, SessionKind kind, @Nullable UUID seriesId, SessionTime time, SessionPlace place) {}

    /** What is to change. */
    record Replacement(
            Program program,
            List<Booking> givenUp,
            List<Handover> handovers,
            List<NewSeat> taken,
            @Nullable UUID runId) {}

    /** Refuses to touch what is marked, and what starts within the notice period unless that is forced with a reason. */
    void requireMovable(Collection<Booking> touched, PublicationRequest request) {
        for (var booking : touched) {
            var attendance = booking.attendance();
            if (attendance.isPresent()) {
                throw new ProblemException(
                        SchedulingProblem.ATTENDANCE_RECORDED,
                        "A session on %s that would move or be given up is marked %s. Ask for a new draft of the week."
                                .formatted(booking.time().sessionOn(), attendance.get()));
            }
        }
        if (request.forced()) {
            if (request.reason() == null || request.reason().isBlank()) {
                throw ProblemException.invalid("/reason", "is needed when the publication is forced");
            }
            return;
        }
        var from = clock.instant().plus(rules.notice());
        var tooSoon = touched.stream()
                .filter(booking -> booking.time().startsAt().isBefore(from))
                .toList();
        if (!tooSoon.isEmpty()) {
            throw new ProblemException(
                    SchedulingProblem.NOTICE_TOO_SHORT,
                    "%d published sessions that start before %s would move or be given up, the first at %s. Force it with a reason, or ask for a draft that leaves them."
                            .formatted(
                                    tooSoon.size(),
                                    from,
                                    tooSoon.stream()
                                            .map(booking -> booking.time().startsAt())
                                            .min(Instant::compareTo)
                                            .orElse(from)));
        }
    }

    /** Makes the change and answers the new bookings. */
    @Transactional(TxType.MANDATORY)
    List<Booking> replace(PublishedWeek published, Replacement replacement) {
        var series = new HashMap<UUID, SessionSeries>();
        for (var seat : replacement.taken()) {
            var id = seat.seriesId();
            if (id != null && !series.containsKey(id)) {
                series.put(
                        id,
                        allSeries.requireNamed(
                                "/seriesId", id, replacement.program().id()));
            }
        }
        var emptied = emptiedGroups(published, replacement);
        giveUpSeats.giveUp(replacement.givenUp(), CancellationReason.PROGRAM_CHANGE, true);
        emptied.forEach(Session::cancel);
        // Two sessions can change places only when neither holds one in between.
        var handed = new ArrayList<Session>();
        for (var handover : replacement.handovers()) {
            var session = requireAsBefore(published, handover);
            session.handTo(new SessionPlace(null, null));
            handed.add(session);
        }
        sessions.flush();
        for (int i = 0; i < handed.size(); i++) {
            var handover = replacement.handovers().get(i);
            handed.get(i).handTo(new SessionPlace(handover.clinicianId(), handover.roomId()));
        }
        var cancelled = new HashSet<>(emptied);
        Map<String, Session> meetings = new HashMap<>();
        var seats = new ArrayList<Seat>();
        for (var seat : replacement.taken()) {
            seats.add(new Seat(seat.client(), session(published, replacement, seat, series, meetings, cancelled)));
        }
        return takeSeats.take(seats, replacement.runId());
    }

    /** Meetings whose last seat is given up and in which none is taken. */
    private Set<Session> emptiedGroups(PublishedWeek published, Replacement replacement) {
        var givenUp = replacement.givenUp().stream().map(Booking::id).collect(Collectors.toSet());
        var taken = new HashSet<String>();
        for (var seat : replacement.taken()) {
            var id = seat.seriesId();
            if (id != null) {
                taken.add(id + " " + seat.time().sessionOn());
            }
        }
        var left = new HashMap<UUID, Session>();
        for (var booking : replacement.givenUp()) {
            published
                    .session(booking.sessionId())
                    .filter(session -> session.seriesId()
                            .filter(id ->
                                    !taken.contains(id + " " + session.time().sessionOn()))
                            .isPresent())
                    .ifPresent(session -> left.put(session.id(), session));
        }
        for (var booking : bookings.inSessions(Set.copyOf(left.keySet()))) {
            if (!givenUp.contains(booking.id())) {
                left.remove(booking.sessionId());
            }
        }
        return Set.copyOf(left.values());
    }

    private static Session requireAsBefore(PublishedWeek published, Handover handover) {
        return published
                .session(handover.sessionId())
                .filter(session -> Objects.equals(session.place().clinicianId(), handover.formerClinicianId())
                        && Objects.equals(session.place().roomId(), handover.formerRoomId()))
                .orElseThrow(
                        () -> new ProblemException(
                                SchedulingProblem.ROSTER_OUTDATED,
                                "A session of this roster was cancelled or given to another clinician or room meanwhile. Ask for a new draft of the week."));
    }

    private Session session(
            PublishedWeek published,
            Replacement replacement,
            NewSeat seat,
            Map<UUID, SessionSeries> series,
            Map<String, Session> meetings,
            Set<Session> cancelled) {
        var seriesId = seat.seriesId();
        if (seriesId == null) {
            return persisted(Session.forOneClient(
                    ids.next(), replacement.program().id(), seat.kind(), seat.time(), seat.place()));
        }
        var session = meetings.computeIfAbsent(seriesId + " " + seat.time().sessionOn(), meeting -> published
                .meeting(seriesId, seat.time().sessionOn())
                .filter(scheduled -> !cancelled.contains(scheduled))
                .orElseGet(() -> persisted(Session.ofSeries(
                        ids.next(),
                        Objects.requireNonNull(series.get(seriesId)),
                        occurrence(Objects.requireNonNull(series.get(seriesId)), replacement.program(), seat.time()),
                        seat.place()))));
        if (!Optional.ofNullable(session.place().clinicianId())
                .equals(Optional.ofNullable(seat.place().clinicianId()))) {
            throw new ProblemException(
                    SchedulingProblem.ROSTER_OUTDATED,
                    "A group of this roster was given to another clinician meanwhile. Ask for a new draft of the week.");
        }
        return session;
    }

    /** The meeting as the series has it now, with what it teaches; one whose time has changed since the draft is outdated. */
    private static Occurrence occurrence(SessionSeries series, Program program, SessionTime time) {
        return series.occurrences(program, time.sessionOn(), time.sessionOn()).stream()
                .filter(meeting -> meeting.startsAt().equals(time.startsAt())
                        && meeting.endsAt().equals(time.endsAt()))
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(
                                SchedulingProblem.ROSTER_OUTDATED,
                                "A group of this roster was moved to another time meanwhile. Ask for a new draft of the week."));
    }

    private Session persisted(Session session) {
        sessions.persist(session);
        return session;
    }
}
