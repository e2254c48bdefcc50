package care.iop.scheduling.booking;

import care.iop.scheduling.enrollment.EnrollmentEnded;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Gives up the seats that a discharged client has from the day after the discharge on, in the transaction that ends the enrollment. */
@ApplicationScoped
class CancelAfterDischarge {

    private final Bookings bookings;
    private final Sessions sessions;
    private final AttendanceRules rules;
    private final TellOfBookings tellOfBookings;
    private final Clock clock;

    CancelAfterDischarge(
            Bookings bookings, Sessions sessions, AttendanceRules rules, TellOfBookings tellOfBookings, Clock clock) {
        this.bookings = bookings;
        this.sessions = sessions;
        this.rules = rules;
        this.tellOfBookings = tellOfBookings;
        this.clock = clock;
    }

    /** What is marked already stays: it has happened. */
    void on(@Observes EnrollmentEnded ended) {
        var cancelled = bookings.unmarkedAfter(ended.enrollmentId(), ended.endedOn());
        var held = bookings.heldAfter(ended.enrollmentId(), ended.endedOn());
        held.forEach(booking -> booking.release(clock.instant()));
        for (var booking : cancelled) {
            booking.cancel(CancellationReason.DISCHARGE, true, rules, clock.instant());
            var session = sessions.require(booking.sessionId());
            if (session.seriesId().isEmpty()) {
                session.cancel();
            }
        }
        bookings.flush();
        tellOfBookings.tell(held);
        tellOfBookings.tell(cancelled);
    }
}
