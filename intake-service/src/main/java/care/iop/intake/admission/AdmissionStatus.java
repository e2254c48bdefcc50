package care.iop.intake.admission;

/**
 * Where a stay is.
 *
 * <pre>
 *  ACTIVE ◄──► ON_LEAVE
 *     └───────────┴─────► DISCHARGED
 * </pre>
 */
enum AdmissionStatus {
    ACTIVE,
    ON_LEAVE,
    DISCHARGED
}
