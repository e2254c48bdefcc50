package care.iop.scheduling.booking;

import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives seats of a client up, and with each a session that was for this client alone. */
@ApplicationScoped
public class CancelBooking {

    private final ScopedBookings scopedBookings;
    private final Bookings bookings;
    private final Sessions sessions;
    private final AttendanceRules rules;
    private final TellOfBookings tellOfBookings;
    private final Clock clock;

    CancelBooking(
            ScopedBookings scopedBookings,
            Bookings bookings,
            Sessions sessions,
            AttendanceRules rules,
            TellOfBookings tellOfBookings,
            Clock clock) {
        this.scopedBookings = scopedBookings;
        this.bookings = bookings;
        this.sessions = sessions;
        this.rules = rules;
        this.tellOfBookings = tellOfBookings;
        this.clock = clock;
    }

    /** Cancels the booking that the caller has read, and by scope the rest of its series: all of them or none. */
    @Transactional
    public List<Booking> cancel(UUID id, @Nullable String ifMatch, CancellationRequest request) {
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
        tellOfBookings.tell(cancelled);
        return cancelled;
    }
}
