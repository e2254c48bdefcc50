package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.SessionKind;
import java.util.List;

/** Sessions of one client that are alike in kind and length, and so are interchangeable. */
final class SessionClass {

    /** Where one of the sessions was published; the clinician is {@link Week#NONE} when they are gone. */
    record Place(int session, int day, int start, int clinician) {}

    final SessionKind kind;
    final int minutes;
    final int cells;

    /** Positions in the client's list of sessions. */
    final int[] sessions;

    /** Care team members who may hold them. */
    final int[] clinicians;

    /** What each of these clinicians costs per session, in the same order. */
    final long[] clinicianCosts;

    /** What one unplaced session costs. */
    final long unplacedCost;

    /** Where sessions of the class were published. */
    final List<Place> published;

    /** Cells of the week from which on the client is there for a whole session, as far as it may start on them. */
    final int[] starts;

    /** What each of these starts costs by the client's preferences, in the same order. */
    final long[] startCosts;

    SessionClass(
            SessionKind kind,
            int minutes,
            int cells,
            int[] sessions,
            int[] clinicians,
            long[] clinicianCosts,
            long unplacedCost,
            List<Place> published,
            int[] starts,
            long[] startCosts) {
        this.kind = kind;
        this.minutes = minutes;
        this.cells = cells;
        this.sessions = sessions;
        this.clinicians = clinicians;
        this.clinicianCosts = clinicianCosts;
        this.unplacedCost = unplacedCost;
        this.published = List.copyOf(published);
        this.starts = starts;
        this.startCosts = startCosts;
    }

    /** Whether a session was published that starts on this cell of a day. */
    static boolean isPublished(List<Place> published, int day, int start) {
        for (Place place : published) {
            if (place.day() == day && place.start() == start) {
                return true;
            }
        }
        return false;
    }
}
