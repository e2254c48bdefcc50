package care.iop.intake.benefits;

/** What the payer said to a question, where silence is neither yes nor no. */
enum YesNoUnknown {
    YES,
    NO,
    UNKNOWN
}
