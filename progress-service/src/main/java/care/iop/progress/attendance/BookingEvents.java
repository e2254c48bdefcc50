package care.iop.progress.attendance;

import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears from scheduling that a session was booked for a client, taken back, or marked, in whatever order that arrives. */
@ApplicationScoped
class BookingEvents implements EventListener {

    private final FollowBooking followBooking;

    BookingEvents(FollowBooking followBooking) {
        this.followBooking = followBooking;
    }

    @Override
    public Set<String> topics() {
        return Set.of("scheduling.session.v1", "scheduling.attendance.v1");
    }

    @Override
    public void on(IncomingEvent event) {
        switch (event.type()) {
            case "care.iop.scheduling.session-booked.v1" ->
                follow(event, event.data(SessionBooking.class).facts(UnitStatus.BOOKED));
            case "care.iop.scheduling.session-booking-cancelled.v1" ->
                follow(event, event.data(SessionBooking.class).facts(UnitStatus.WITHDRAWN));
            case "care.iop.scheduling.attendance-recorded.v1" ->
                follow(event, event.data(AttendanceRecorded.class).facts());
            default -> {
                // Both topics may carry facts that progress has no use for.
            }
        }
    }

    private void follow(IncomingEvent event, UnitFacts newest) {
        followBooking.follow(event.subject(), event.version(), newest);
    }
}
