package care.iop.intake.admission;

/** When outcome data were asked. */
enum OutcomeOccasion {
    ADMISSION,
    DISCHARGE
}
