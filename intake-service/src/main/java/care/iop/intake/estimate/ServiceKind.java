package care.iop.intake.estimate;

/** The kinds of service that plans have cost shares of their own for. */
public enum ServiceKind {
    /** A day of intensive outpatient treatment, such as H0015. */
    INTENSIVE_OUTPATIENT,
    /** An individual session that is billed by itself. */
    INDIVIDUAL,
    /** A family session that is billed by itself. */
    FAMILY,
    /** A visit about medication. */
    MEDICATION,
    /** Any other service. */
    OTHER
}
