package care.iop.intake.admission;

/** Why somebody is away from treatment and expected back. */
enum LeaveReason {
    MEDICAL,
    HIGHER_LEVEL_OF_CARE,
    FAMILY,
    MILITARY,
    INCARCERATED,
    TRAVEL,
    OTHER
}
