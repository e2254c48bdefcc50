package care.iop.scheduling.booking;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.outbox.Outbox;
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
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Clock clock;

    CancelAfterDischarge(
            Bookings bookings,
            Sessions sessions,
            AttendanceRules rules,
            Outbox outbox,
            AccessAudit audit,
            Clock clock) {
        this.bookings = bookings;
        this.sessions = sessions;
        this.rules = rules;
        this.outbox = outbox;
        this.audit = audit;
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
        held.forEach(booking -> audit.wrote("Booking", booking.id(), booking.patientId()));
        for (var booking : cancelled) {
            outbox.add(SessionBookingCancelled.of(booking));
            audit.wrote("Booking", booking.id(), booking.patientId());
        }
    }
}
