package care.iop.scheduling.booking;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.id.Ids;
import care.iop.chassis.outbox.Outbox;
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
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    TakeSeats(
            Bookings bookings,
            RequireLicences requireLicences,
            Outbox outbox,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.bookings = bookings;
        this.requireLicences = requireLicences;
        this.outbox = outbox;
        this.audit = audit;
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
        for (var booking : taken) {
            outbox.add(SessionBooked.of(booking));
            audit.wrote("Booking", booking.id(), booking.patientId());
        }
        return taken;
    }

    /** Holds a seat until then, in the caller's transaction. Nobody is told: a hold is no booking yet. */
    @Transactional(TxType.MANDATORY)
    Booking hold(Seat seat, Instant until) {
        requireLicences.forSeats(List.of(seat));
        var held = Booking.held(ids.next(), seat, until, clock.instant());
        persist(List.of(held));
        audit.wrote("Booking", held.id(), held.patientId());
        return held;
    }

    private void persist(List<Booking> taken) {
        BookingRefusal.inOurWords(() -> {
            bookings.persist(taken);
            bookings.flush();
        });
    }
}
