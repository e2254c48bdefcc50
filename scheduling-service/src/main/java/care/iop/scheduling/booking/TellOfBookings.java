package care.iop.scheduling.booking;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.audit.AccessAudit.Accessed;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Optional;

/** Tells of bookings that were made or changed, and notes the access to each; a roster's thousands take no longer than need be. */
@ApplicationScoped
class TellOfBookings {

    private final Outbox outbox;
    private final AccessAudit audit;

    TellOfBookings(Outbox outbox, AccessAudit audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Tells of each as it is now, in this order, in the caller's transaction; to be called when its version is written. */
    @Transactional(TxType.MANDATORY)
    void tell(Collection<Booking> changed) {
        outbox.addAll(changed.stream()
                .map(TellOfBookings::event)
                .flatMap(Optional::stream)
                .toList());
        audit.wroteAll(
                "Booking",
                changed.stream()
                        .map(booking -> new Accessed(booking.id(), booking.patientId()))
                        .toList());
    }

    /** Nobody is told of a hold: it is no booking yet. */
    private static Optional<OutgoingEvent> event(Booking booking) {
        if (booking.isBooked()) {
            return Optional.of(SessionBooked.of(booking));
        }
        return booking.isMoreThanHold() ? Optional.of(SessionBookingCancelled.of(booking)) : Optional.empty();
    }
}
