package care.iop.intake.admission;

/** How a planned contact stands on a day. */
enum ContactStatus {
    /** Not yet within its window. */
    PLANNED,
    DUE,
    OVERDUE,
    DONE,
    /** The person can't be reached any more, at least for this one. */
    LOST,
    /** It fell away, because aftercare ended before it. */
    CANCELLED
}
