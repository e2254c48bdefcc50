package care.iop.intake.admission;

/**
 * Why a stay ended. Completion and transfer beside the end-of-treatment reasons that the Colorado BHA's FHIR guide
 * (CoBHRM, 0.2.0) exchanges; which TEDS reason each one counts as is configuration.
 */
enum EndReason {
    COMPLETED,
    TRANSFERRED,
    ATTENDANCE,
    CLIENT_DECISION,
    LOST_CONTACT,
    PAYMENT,
    LACK_OF_PROGRESS,
    MEDICAL,
    MILITARY,
    MOVED,
    INCARCERATED,
    DIED,
    AGENCY_CLOSED
}
