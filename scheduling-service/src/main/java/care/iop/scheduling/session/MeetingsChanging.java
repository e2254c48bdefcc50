package care.iop.scheduling.session;

import care.iop.chassis.problem.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Scheduled meetings are about to change, in the same transaction: whoever has something against it says so here. */
public final class MeetingsChanging {

    private final List<MeetingChange> changes;
    private final BookedMeetings booked;
    private final boolean forced;
    private final List<FieldProblem> obstacles = new ArrayList<>();

    MeetingsChanging(List<MeetingChange> changes, BookedMeetings booked, boolean forced) {
        this.changes = List.copyOf(changes);
        this.booked = booked;
        this.forced = forced;
    }

    public List<MeetingChange> changes() {
        return changes;
    }

    /** What becomes of bookings of meetings that are taken away. */
    public BookedMeetings booked() {
        return booked;
    }

    /** Whether the notice period and the clients' hours are passed over. */
    public boolean forced() {
        return forced;
    }

    /** Has the change refused because of this meeting. */
    public void refuse(UUID sessionId, String why) {
        obstacles.add(new FieldProblem("/sessions/" + sessionId, why));
    }

    List<FieldProblem> obstacles() {
        return List.copyOf(obstacles);
    }
}
