package care.iop.intake.estimate;

/** Where a poverty guideline holds. */
enum Region {
    /** The 48 contiguous states and the District of Columbia. */
    CONTIGUOUS,
    ALASKA,
    HAWAII
}
