package care.iop.scheduling.booking;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Programs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Books or holds one seat by hand: in a meeting of a series, such as the weekend check-in, or in a session of the client's own. */
@ApplicationScoped
class BookSession {

    private final Enrollments enrollments;
    private final Programs programs;
    private final Bookings bookings;
    private final WantedSeats wantedSeats;
    private final ScheduleSessions scheduleSessions;
    private final TakeSeats takeSeats;
    private final BookingSettings settings;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Clock clock;

    BookSession(
            Enrollments enrollments,
            Programs programs,
            Bookings bookings,
            WantedSeats wantedSeats,
            ScheduleSessions scheduleSessions,
            TakeSeats takeSeats,
            BookingSettings settings,
            Outbox outbox,
            AccessAudit audit,
            Clock clock) {
        this.enrollments = enrollments;
        this.programs = programs;
        this.bookings = bookings;
        this.wantedSeats = wantedSeats;
        this.scheduleSessions = scheduleSessions;
        this.takeSeats = takeSeats;
        this.settings = settings;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Books one seat; schedules the session first when nobody has yet. */
    @Transactional
    Booking book(BookingRequest request) {
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
        outbox.add(SessionBooked.of(booking));
        audit.wrote("Booking", holdId, booking.patientId());
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
        var makeUpFor = request.makeUpFor();
        if (makeUpFor != null) {
            // Locked, so that what was missed is not corrected to attended at the same moment.
            bookings.findByIdOptional(makeUpFor)
                    .map(missed -> bookings.requireLocked(missed.id()))
                    .orElseThrow(() -> ProblemException.invalid("/makeUpFor", "must be the identifier of a booking"))
                    .requireMadeUpBy(
                            enrollment.id(), wanted.kind(), wanted.time().sessionOn(), settings.makeUpWithin());
        }
        if (wanted.series().isEmpty()) {
            wantedSeats.requireAtWork(wanted, program);
        }
        var session = scheduleSessions
                .of(List.of(wanted), program)
                .values()
                .iterator()
                .next();
        return new Seat(enrollment, session, makeUpFor, null);
    }
}
