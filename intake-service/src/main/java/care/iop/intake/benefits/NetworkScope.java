package care.iop.intake.benefits;

/** For whose services a figure of the payer holds. */
public enum NetworkScope {
    IN_NETWORK,
    OUT_OF_NETWORK,
    /** The payer makes no difference. */
    EITHER,
    UNKNOWN
}
