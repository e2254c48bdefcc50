package care.iop.intake.duplicate;

/** Whether a person has decided on a pair. A pair that was merged is told by the merge. */
public enum PairStatus {
    OPEN,
    KEPT_APART
}
