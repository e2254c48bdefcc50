package care.iop.scheduling.booking;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.id.Ids;
import care.iop.chassis.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes seats in sessions: all of them or, with the reason, none. */
@ApplicationScoped
public class TakeSeats {

    /** Everybody who takes several seats takes the sessions' rows in this order, so that no two wait for each other. */
    private static final Comparator<Seat> LOCK_ORDER =
            Comparator.comparing((Seat seat) -> seat.session().id());

    private final Bookings bookings;
    private final RequireLicences requireLicences;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Ids ids;

    TakeSeats(Bookings bookings, RequireLicences requireLicences, Outbox outbox, AccessAudit audit, Ids ids) {
        this.bookings = bookings;
        this.requireLicences = requireLicences;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
    }

    /** Books the seats in the caller's transaction, and tells of each. */
    @Transactional(TxType.MANDATORY)
    public List<Booking> take(List<Seat> seats, @Nullable UUID rosterRunId) {
        requireLicences.forSeats(seats);
        var taken = new ArrayList<Booking>();
        for (var seat : seats.stream().sorted(LOCK_ORDER).toList()) {
            taken.add(new Booking(ids.next(), seat.enrollment(), seat.session(), rosterRunId));
        }
        try {
            bookings.persist(taken);
            bookings.flush();
        } catch (PersistenceException refused) {
            throw BookingRefusal.of(refused)
                    .<RuntimeException>map(problem -> problem)
                    .orElse(refused);
        }
        for (var booking : taken) {
            outbox.add(SessionBooked.of(booking));
            audit.wrote("Booking", booking.id(), booking.patientId());
        }
        return taken;
    }
}
