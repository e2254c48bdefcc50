package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.SessionKind;

/** Sessions of one client that are alike in kind and length, and so are interchangeable. */
final class SessionClass {

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

    SessionClass(
            SessionKind kind,
            int minutes,
            int cells,
            int[] sessions,
            int[] clinicians,
            long[] clinicianCosts,
            long unplacedCost) {
        this.kind = kind;
        this.minutes = minutes;
        this.cells = cells;
        this.sessions = sessions;
        this.clinicians = clinicians;
        this.clinicianCosts = clinicianCosts;
        this.unplacedCost = unplacedCost;
    }
}
