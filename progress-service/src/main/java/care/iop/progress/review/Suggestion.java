package care.iop.progress.review;

/** What a review suggests to consider. Never a decision. */
enum Suggestion {
    STEP_DOWN,
    CONTINUE,
    STEP_UP
}
