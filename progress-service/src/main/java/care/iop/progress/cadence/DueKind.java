package care.iop.progress.cadence;

/** Why something is due. */
enum DueKind {
    AT_ADMISSION,
    AGAIN,
    AT_DISCHARGE,
    AFTER_DISCHARGE,
    CHECK_IN
}
