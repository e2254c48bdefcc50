package care.iop.intake.authorization;

/** Why a payer said no. */
enum DenialReason {
    NOT_MEDICALLY_NECESSARY,
    NOT_COVERED,
    OUT_OF_NETWORK,
    MISSING_INFORMATION,
    BENEFIT_EXHAUSTED,
    COVERAGE_ENDED,
    OTHER
}
