package care.iop.intake.estimate;

/** How often a copay is owed. */
public enum CopayPer {
    SERVICE,
    /** Once a day for all services of one kind. */
    DAY
}
