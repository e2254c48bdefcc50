package care.iop.scheduling.roster;

/** How far a roster run has come. */
public enum RosterRunStatus {
    QUEUED,
    RUNNING,
    /** Has a result that can be published. */
    SOLVED,
    /** Has ended without a result; the run says why. */
    FAILED,
    /** Was given up by somebody before it had a result. */
    CANCELLED,
    /** Its result was turned into bookings. */
    PUBLISHED;

    /** Whether it keeps other runs of the program waiting. */
    boolean isActive() {
        return switch (this) {
            case QUEUED, RUNNING -> true;
            case SOLVED, FAILED, CANCELLED, PUBLISHED -> false;
        };
    }
}
