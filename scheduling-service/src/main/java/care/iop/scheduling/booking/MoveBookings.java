package care.iop.scheduling.booking;

import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.booking.Obstacle.Reason;
import care.iop.scheduling.booking.ObstacleReport.ObstaclesException;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionPlace;
import care.iop.scheduling.session.SessionTime;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves one booking, it and those that follow, or all of a series: all that were asked for, or none with the obstacles. */
@ApplicationScoped
class MoveBookings {

    private final ScopedBookings scopedBookings;
    private final Bookings bookings;
    private final Sessions sessions;
    private final Enrollments enrollments;
    private final Programs programs;
    private final WantedSeats wantedSeats;
    private final FindObstacles findObstacles;
    private final ScheduleSessions scheduleSessions;
    private final AttendanceRules rules;
    private final TellOfBookings tellOfBookings;
    private final Clock clock;

    MoveBookings(
            ScopedBookings scopedBookings,
            Bookings bookings,
            Sessions sessions,
            Enrollments enrollments,
            Programs programs,
            WantedSeats wantedSeats,
            FindObstacles findObstacles,
            ScheduleSessions scheduleSessions,
            AttendanceRules rules,
            TellOfBookings tellOfBookings,
            Clock clock) {
        this.scopedBookings = scopedBookings;
        this.bookings = bookings;
        this.sessions = sessions;
        this.enrollments = enrollments;
        this.programs = programs;
        this.wantedSeats = wantedSeats;
        this.findObstacles = findObstacles;
        this.scheduleSessions = scheduleSessions;
        this.rules = rules;
        this.tellOfBookings = tellOfBookings;
        this.clock = clock;
    }

    /** A booking, and where it is to go. */
    private record Move(Booking booking, Session from, Wanted to) {}

    /** One attempt, in a transaction of its own. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Booking> move(UUID id, @Nullable String ifMatch, MoveRequest request) {
        var moving = scopedBookings.of(id, ifMatch, request.scope());
        var enrollment = enrollments.require(moving.get(0).enrollmentId());
        enrollment.requireActive();
        var program = programs.require(enrollment.programId());
        var obstacles = new ArrayList<Obstacle>();
        var moves = new ArrayList<Move>();
        for (int i = 0; i < moving.size(); i++) {
            var booking = moving.get(i);
            if (request.scope() == Scope.ONE || booking.id().equals(id)) {
                booking.requireMovable(request.forced(), rules, clock.instant());
            } else if (!request.forced() && rules.isShortNotice(booking.time(), clock.instant())) {
                obstacles.add(obstacle(i, booking, booking.time().sessionOn(), Reason.NOTICE_TOO_SHORT));
                continue;
            }
            var from = sessions.require(booking.sessionId());
            var day = booking.time().sessionOn().plusDays(request.days());
            var to = target(i, booking, from, day, request, program);
            if (to.isPresent()) {
                moves.add(new Move(booking, from, to.get()));
            } else {
                obstacles.add(obstacle(i, booking, day, Reason.NO_MEETING));
            }
        }
        obstacles.addAll(findObstacles.of(moves.stream().map(Move::to).toList(), enrollment, program, moving).stream()
                .map(found -> found.ofBooking(moving.get(found.item()).id()))
                .toList());
        if (!obstacles.isEmpty()) {
            throw new ObstaclesException(obstacles);
        }
        carryOut(moves, program, request);
        return moving;
    }

    private Optional<Wanted> target(
            int i, Booking booking, Session from, LocalDate day, MoveRequest request, Program program) {
        var seriesOf = from.seriesId();
        if (seriesOf.isPresent()) {
            if (request.localStart() != null || request.clinicianId() != null || request.roomId() != null) {
                throw ProblemException.invalid(
                        "/localStart", "must be absent: a group meets when, with whom and where its series says");
            }
            var seriesId = request.seriesId() == null ? seriesOf.get() : request.seriesId();
            var series = wantedSeats.series("/seriesId", seriesId, program);
            return wantedSeats.meeting(i, series, day, program);
        }
        if (request.seriesId() != null) {
            throw ProblemException.invalid("/seriesId", "must be absent: the session is the client's own");
        }
        var time = booking.time();
        var start = request.localStart() == null ? time.localStart() : request.localStart();
        var clinicianId = request.clinicianId() == null ? from.place().clinicianId() : request.clinicianId();
        var roomId = request.roomId() == null ? from.place().roomId() : request.roomId();
        if (clinicianId != null) {
            wantedSeats.requireSound(
                    "",
                    new AppointmentRequest(booking.kind(), start, time.plannedMinutes(), clinicianId, roomId),
                    program);
        }
        return Optional.of(new Wanted.Alone(
                i,
                booking.kind(),
                SessionTime.at(day, start, Duration.ofMinutes(time.plannedMinutes()), program.zone()),
                new SessionPlace(clinicianId, roomId)));
    }

    /**
     * Later sessions go first when all go later, so that none runs into the one before it, and the other way round.
     */
    private void carryOut(List<Move> moves, Program program, MoveRequest request) {
        var groups = moves.stream()
                .map(Move::to)
                .filter(to -> to.series().isPresent())
                .toList();
        var meetings = scheduleSessions.of(groups, program);
        var later = Comparator.comparing((Move move) -> move.booking().time().startsAt());
        var forward = moves.stream().allMatch(move -> !move.to()
                .time()
                .startsAt()
                .isBefore(move.booking().time().startsAt()));
        for (var move :
                moves.stream().sorted(forward ? later.reversed() : later).toList()) {
            var booking = move.booking();
            BookingRefusal.inOurWords(() -> {
                var session = meetings.get(move.to());
                if (session == null) {
                    session = move.from();
                    session.reschedule(move.to().time(), move.to().place());
                    // Before the booking: the database holds it against its session's time.
                    sessions.flush();
                }
                booking.moveTo(session, request.forced(), rules, clock.instant());
                bookings.flush();
            });
            tellOfBookings.tell(List.of(booking));
        }
    }

    private static Obstacle obstacle(int item, Booking booking, LocalDate day, Reason reason) {
        return new Obstacle(
                item,
                booking.id(),
                day,
                booking.time().localStart(),
                reason,
                reason == Reason.NOTICE_TOO_SHORT
                        ? "The session starts within the notice period, or has started."
                        : "The series does not meet on that day.",
                null);
    }
}
