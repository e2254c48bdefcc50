package care.iop.scheduling.booking;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.outbox.Outbox;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives seats of a client up, and with each a session that was for this client alone. */
@ApplicationScoped
class CancelBooking {

    private final ScopedBookings scopedBookings;
    private final Bookings bookings;
    private final Sessions sessions;
    private final AttendanceRules rules;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Clock clock;

    CancelBooking(
            ScopedBookings scopedBookings,
            Bookings bookings,
            Sessions sessions,
            AttendanceRules rules,
            Outbox outbox,
            AccessAudit audit,
            Clock clock) {
        this.scopedBookings = scopedBookings;
        this.bookings = bookings;
        this.sessions = sessions;
        this.rules = rules;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Cancels the booking that the caller has read, and by scope the rest of its series: all of them or none. */
    @Transactional
    List<Booking> cancel(UUID id, @Nullable String ifMatch, CancellationRequest request) {
        var now = clock.instant();
        var cancelled = scopedBookings.of(id, ifMatch, request.scope());
        for (var booking : cancelled) {
            booking.cancel(request.reason(), request.forced(), rules, now);
            var session = sessions.require(booking.sessionId());
            if (session.seriesId().isEmpty()) {
                session.cancel();
            }
        }
        bookings.flush();
        for (var booking : cancelled) {
            outbox.add(SessionBookingCancelled.of(booking));
            audit.wrote("Booking", booking.id(), booking.patientId());
        }
        return cancelled;
    }
}
