package care.iop.progress.review;

/** What a criterion speaks for when it is met: STEP_DOWN only together with all others of its kind, STEP_UP and ATTENTION alone. */
enum Direction {
    STEP_DOWN,
    STEP_UP,
    ATTENTION
}
