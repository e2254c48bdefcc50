package care.iop.progress.plan;

/** What came of looking at a plan again. */
enum ReviewOutcome {
    CONTINUE,
    /** A new revision is to be drafted. */
    REVISE
}
