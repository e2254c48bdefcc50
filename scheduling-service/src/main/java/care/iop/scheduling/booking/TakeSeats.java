package care.iop.scheduling.booking;

import care.iop.chassis.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes seats in sessions: all of them or, with the reason, none. */
@ApplicationScoped
public class TakeSeats {

    /** Everybody who takes several seats takes the sessions' rows in this order, so that no two wait for each other. */
    private static final Comparator<Seat> LOCK_ORDER = Comparator.comparing(
                    (Seat seat) -> seat.session().time().startsAt())
            .thenComparing(seat -> seat.session().id());

    private final Bookings bookings;
    private final RequireLicences requireLicences;
    private final TellOfBookings tellOfBookings;
    private final Ids ids;
    private final Clock clock;

    TakeSeats(Bookings bookings, RequireLicences requireLicences, TellOfBookings tellOfBookings, Ids ids, Clock clock) {
        this.bookings = bookings;
        this.requireLicences = requireLicences;
        this.tellOfBookings = tellOfBookings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Books the seats in the caller's transaction, and tells of each. */
    @Transactional(TxType.MANDATORY)
    public List<Booking> take(List<Seat> seats, @Nullable UUID rosterRunId) {
        requireLicences.forSeats(seats);
        var now = clock.instant();
        var taken = seats.stream()
                .sorted(LOCK_ORDER)
                .map(seat -> Booking.booked(ids.next(), seat, rosterRunId, now))
                .toList();
        persist(taken);
        tellOfBookings.tell(taken);
        return taken;
    }

    /** Holds a seat until then, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    Booking hold(Seat seat, Instant until) {
        requireLicences.forSeats(List.of(seat));
        var held = Booking.held(ids.next(), seat, until, clock.instant());
        persist(List.of(held));
        tellOfBookings.tell(List.of(held));
        return held;
    }

    private void persist(List<Booking> taken) {
        BookingRefusal.inOurWords(() -> {
            bookings.persist(taken);
            bookings.flush();
        });
    }
}
