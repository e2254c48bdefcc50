package care.iop.progress.attendance;

import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears from scheduling that a session was booked for a client, taken back, or marked, in whatever order that arrives. */
@ApplicationScoped
class BookingEvents implements EventListener {

    static final Set<String> TOPICS = Set.of("scheduling.session.v1", "scheduling.attendance.v1");
    static final String BOOKED = "care.iop.scheduling.session-booked.v1";
    static final String WITHDRAWN = "care.iop.scheduling.session-booking-cancelled.v1";
    static final String MARKED = "care.iop.scheduling.attendance-recorded.v1";

    private final FollowBooking followBooking;
    private final JudgeAttendance judgeAttendance;

    BookingEvents(FollowBooking followBooking, JudgeAttendance judgeAttendance) {
        this.followBooking = followBooking;
        this.judgeAttendance = judgeAttendance;
    }

    @Override
    public Set<String> topics() {
        return TOPICS;
    }

    @Override
    public void on(IncomingEvent event) {
        switch (event.type()) {
            case BOOKED -> follow(event, event.data(SessionBooking.class).facts(UnitStatus.BOOKED));
            case WITHDRAWN -> follow(event, event.data(SessionBooking.class).facts(UnitStatus.WITHDRAWN));
            case MARKED -> mark(event, event.data(AttendanceRecorded.class));
            default -> {
                // Both topics may carry facts that progress has no use for.
            }
        }
    }

    private void mark(IncomingEvent event, AttendanceRecorded marked) {
        if (followBooking.follow(event.subject(), event.version(), marked.facts())) {
            judgeAttendance.judge(event.subject(), marked.patientId(), marked.facts());
        }
    }

    private void follow(IncomingEvent event, UnitFacts newest) {
        followBooking.follow(event.subject(), event.version(), newest);
    }
}
