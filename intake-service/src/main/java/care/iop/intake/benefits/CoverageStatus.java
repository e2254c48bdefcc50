package care.iop.intake.benefits;

/** What the payer said of a person's coverage. */
enum CoverageStatus {
    /** The person is covered, within the dates that the payer gave. */
    ACTIVE,
    /** The payer knows the person and does not cover them. */
    INACTIVE,
    /** The payer does not know the person by these particulars. */
    NOT_FOUND,
    /** The payer could not say, or contradicted itself: somebody has to ask again. */
    UNDETERMINED
}
