package care.iop.progress.cadence;

/** How pressing due work is. */
enum DueStatus {
    DUE,
    OVERDUE,
    SNOOZED
}
