package care.iop.scheduling.session;

/** Whether a session takes place. */
public enum SessionStatus {
    SCHEDULED,
    CANCELLED
}
