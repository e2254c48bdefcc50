package care.iop.scheduling.booking;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.outbox.Outbox;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a client's seat up, and with it a session that was for this client alone. */
@ApplicationScoped
class CancelBooking {

    private final Bookings bookings;
    private final Sessions sessions;
    private final AttendanceRules rules;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Clock clock;

    CancelBooking(
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

    /** Cancels the booking that the caller has read. */
    @Transactional
    Booking cancel(UUID id, @Nullable String ifMatch, CancellationRequest request) {
        var booking = bookings.requireLocked(id);
        IfMatch.require(ifMatch, booking.version());
        booking.cancel(request.reason(), request.forced(), rules, clock.instant());
        var session = sessions.require(booking.sessionId());
        if (session.seriesId().isEmpty()) {
            session.cancel();
        }
        bookings.flush();
        outbox.add(SessionBookingCancelled.of(booking));
        audit.wrote("Booking", id, booking.patientId());
        return booking;
    }
}
