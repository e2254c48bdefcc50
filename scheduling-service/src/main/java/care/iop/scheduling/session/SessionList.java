package care.iop.scheduling.session;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of scheduled sessions. */
@Schema(name = "SessionList")
record SessionList(@Schema(required = true) List<SessionView> items) {

    static SessionList of(List<Session> sessions) {
        return new SessionList(sessions.stream().map(Session::view).toList());
    }
}
