package care.iop.progress.plan;

/** How an objective stands. One that nobody has said anything of is in progress. */
public enum ObjectiveStatus {
    IN_PROGRESS,
    MET,
    NOT_MET,
    /** Given up by client and clinician: it counts neither as met nor as open. */
    DROPPED
}
