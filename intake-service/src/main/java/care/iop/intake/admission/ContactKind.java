package care.iop.intake.admission;

/** What a planned contact belongs to. */
enum ContactKind {
    AFTERCARE,
    FOLLOW_UP
}
