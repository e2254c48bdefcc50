package care.iop.scheduling.session;

import java.util.Optional;
import java.util.UUID;

/**
 * What a change of its series does to one scheduled meeting.
 *
 * @param to when it is from now on; empty when it is taken away
 */
public record MeetingChange(UUID sessionId, SessionTime from, Optional<SessionTime> to) {

    /** Whether it stays at its time, so that only who leads it, where or how changes. */
    public boolean keepsTime() {
        return to.filter(from::equals).isPresent();
    }
}
