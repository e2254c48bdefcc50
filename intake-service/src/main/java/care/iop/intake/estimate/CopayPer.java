package care.iop.intake.estimate;

/** How often a copay is owed. */
enum CopayPer {
    SERVICE,
    /** Once a day for all services of one kind. */
    DAY
}
