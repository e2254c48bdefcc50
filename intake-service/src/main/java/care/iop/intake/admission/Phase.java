package care.iop.intake.admission;

/** What a time at one level of care is for. */
enum Phase {
    TREATMENT,
    /** Scheduled contacts after treatment, on the same spine: weekly first, then monthly. */
    AFTERCARE
}
