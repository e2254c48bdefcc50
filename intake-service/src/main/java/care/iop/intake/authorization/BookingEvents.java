package care.iop.intake.authorization;

import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import care.iop.intake.admission.FirstSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Hears from scheduling that a session was booked, taken back, marked or corrected, in whatever order that arrives. */
@ApplicationScoped
class BookingEvents implements EventListener {

    private final BookedSessions sessions;
    private final FirstSession firstSession;
    private final ToForecast toForecast;

    BookingEvents(BookedSessions sessions, FirstSession firstSession, ToForecast toForecast) {
        this.sessions = sessions;
        this.firstSession = firstSession;
        this.toForecast = toForecast;
    }

    @Override
    public Set<String> topics() {
        return Set.of("scheduling.session.v1", "scheduling.attendance.v1");
    }

    @Override
    public void on(IncomingEvent event) {
        switch (event.type()) {
            case "care.iop.scheduling.session-booked.v1" -> follow(event, BookedSession.State.BOOKED);
            case "care.iop.scheduling.session-booking-cancelled.v1" -> follow(event, BookedSession.State.WITHDRAWN);
            case "care.iop.scheduling.attendance-recorded.v1" -> {
                var recorded = event.data(AttendanceRecorded.class);
                follow(event, recorded.admissionId(), recorded.marked());
            }
            default -> {
                // Both topics may carry facts that authorizations have no use for.
            }
        }
    }

    private void follow(IncomingEvent event, BookedSession.State state) {
        var booking = event.data(SessionBooking.class);
        follow(event, booking.admissionId(), booking.in(state));
    }

    private void follow(IncomingEvent event, UUID admissionId, BookedSession newest) {
        if (sessions.follow(event.subject(), event.version(), admissionId, newest)) {
            toForecast.add(admissionId);
            if (newest.state() == BookedSession.State.MARKED) {
                firstSession.began(admissionId, () -> sessions.firstDelivered(admissionId));
            }
        }
    }
}
