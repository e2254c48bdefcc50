package care.iop.scheduling.booking;

import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives seats up, and with each a session that was for its client alone: all of them or, with the reason, none. */
@ApplicationScoped
public class GiveUpSeats {

    private final Bookings bookings;
    private final Sessions sessions;
    private final AttendanceRules rules;
    private final TellOfBookings tellOfBookings;
    private final Clock clock;

    GiveUpSeats(
            Bookings bookings, Sessions sessions, AttendanceRules rules, TellOfBookings tellOfBookings, Clock clock) {
        this.bookings = bookings;
        this.sessions = sessions;
        this.rules = rules;
        this.tellOfBookings = tellOfBookings;
        this.clock = clock;
    }

    /**
     * These bookings, kept from others until the transaction ends. Whoever gives up several locks them with this before
     * anything else is read or written, so that no two wait for each other.
     */
    @Transactional(TxType.MANDATORY)
    public List<Booking> lock(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : bookings.locked(ids);
    }

    /** Cancels the locked bookings in the caller's transaction, and tells of each. */
    @Transactional(TxType.MANDATORY)
    public void giveUp(List<Booking> given, CancellationReason reason, boolean forced) {
        if (given.isEmpty()) {
            return;
        }
        var ofBookings = sessions
                .list("id in ?1", given.stream().map(Booking::sessionId).toList())
                .stream()
                .collect(Collectors.toMap(Session::id, Function.identity()));
        for (var booking : given) {
            booking.cancel(reason, forced, rules, clock.instant());
            var session = ofBookings.get(booking.sessionId());
            if (session != null && session.seriesId().isEmpty()) {
                session.cancel();
            }
        }
        bookings.flush();
        tellOfBookings.tell(given);
    }
}
