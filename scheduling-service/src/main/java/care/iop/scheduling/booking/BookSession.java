package care.iop.scheduling.booking;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Books or holds one seat by hand: in a meeting of a series, such as the weekend check-in, or in a session of the client's own. */
@ApplicationScoped
public class BookSession {

    private final Enrollments enrollments;
    private final Programs programs;
    private final Bookings bookings;
    private final Sessions sessions;
    private final WantedSeats wantedSeats;
    private final ScheduleSessions scheduleSessions;
    private final TakeSeats takeSeats;
    private final BookingSettings settings;
    private final TellOfBookings tellOfBookings;
    private final AccessAudit audit;
    private final Clock clock;

    BookSession(
            Enrollments enrollments,
            Programs programs,
            Bookings bookings,
            Sessions sessions,
            WantedSeats wantedSeats,
            ScheduleSessions scheduleSessions,
            TakeSeats takeSeats,
            BookingSettings settings,
            TellOfBookings tellOfBookings,
            AccessAudit audit,
            Clock clock) {
        this.enrollments = enrollments;
        this.programs = programs;
        this.bookings = bookings;
        this.sessions = sessions;
        this.wantedSeats = wantedSeats;
        this.scheduleSessions = scheduleSessions;
        this.takeSeats = takeSeats;
        this.settings = settings;
        this.tellOfBookings = tellOfBookings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Books one seat; schedules the session first when nobody has yet. */
    @Transactional
    public Booking book(BookingRequest request) {
        return takeSeats.take(List.of(seat(request)), null).get(0);
    }

    /** Holds one seat for as long as is configured. */
    @Transactional
    Booking hold(BookingRequest request) {
        var seat = seat(request);
        var now = clock.instant();
        if (!seat.session().time().startsAt().isAfter(now)) {
            throw ProblemException.invalid("/sessionOn", "must be of a session that has not started");
        }
        return takeSeats.hold(seat, now.plus(settings.holdFor()));
    }

    /** Makes a booking of a hold, and tells of it. */
    @Transactional
    Booking confirm(UUID holdId) {
        var booking = bookings.requireLocked(holdId);
        enrollments.require(booking.enrollmentId()).requireActive();
        programs.keep(booking.programId());
        if (programs.require(booking.programId()).isClosedOn(booking.time().sessionOn())) {
            throw new ProblemException(
                    SchedulingProblem.PROGRAM_CLOSED,
                    "Let the hold go and choose another day than "
                            + booking.time().sessionOn() + ".");
        }
        booking.confirm(clock.instant());
        BookingRefusal.inOurWords(bookings::flush);
        tellOfBookings.tell(List.of(booking));
        return booking;
    }

    /** Lets a held seat go; doing it twice does no harm. */
    @Transactional
    void release(UUID holdId) {
        var booking = bookings.requireLocked(holdId);
        booking.release(clock.instant());
        bookings.flush();
        audit.wrote("Booking", holdId, booking.patientId());
    }

    private Seat seat(BookingRequest request) {
        var enrollment = enrollments.requireNamed("/enrollmentId", request.enrollmentId());
        enrollment.requireActive();
        var program = programs.require(enrollment.programId());
        var wanted = wantedSeats.of(request, enrollment, program);
        var missed = missed(request, enrollment, wanted);
        if (wanted.series().isEmpty()) {
            wantedSeats.requireAtWork(wanted, program);
        }
        var session = scheduleSessions
                .of(List.of(wanted), program)
                .values()
                .iterator()
                .next();
        missed.ifPresent(booking -> requireNews(booking, session));
        return new Seat(enrollment, session, request.makeUpFor(), null);
    }

    /** The missed session that is to be made up for, locked so that it is not corrected to attended at the same moment. */
    private Optional<Booking> missed(BookingRequest request, Enrollment enrollment, Wanted wanted) {
        var makeUpFor = request.makeUpFor();
        if (makeUpFor == null) {
            return Optional.empty();
        }
        var missed = bookings.findByIdOptional(makeUpFor)
                .map(found -> bookings.requireLocked(found.id()))
                .orElseThrow(() -> ProblemException.invalid("/makeUpFor", "must be the identifier of a booking"));
        missed.requireMadeUpBy(enrollment.id(), wanted.kind(), wanted.time().sessionOn(), settings.makeUpWithin());
        return Optional.of(missed);
    }

    /** Refuses to make up by what the client has had already, or has a seat for, unless it is the very module that was missed. */
    private void requireNews(Booking missed, Session session) {
        session.moduleCode()
                .filter(module -> !sessions.require(missed.sessionId())
                        .moduleCode()
                        .filter(module::equals)
                        .isPresent())
                .filter(bookings.modulesOf(missed.enrollmentId())::contains)
                .ifPresent(module -> {
                    throw ProblemException.invalid(
                            "/makeUpFor",
                            "must be made up by something new, but the client was taught %s or has a seat for it"
                                    .formatted(module));
                });
    }
}
