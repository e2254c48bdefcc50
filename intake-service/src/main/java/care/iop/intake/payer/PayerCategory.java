package care.iop.intake.payer;

/** Who pays for a stay, as coarse as figures about cohorts can be divided by it: never a name or a number. */
public enum PayerCategory {
    COMMERCIAL,
    MEDICARE,
    MEDICAID,
    /** Another public or special payer, such as TRICARE. */
    OTHER,
    /** The person, or somebody for the person, without insurance. */
    SELF_PAY,
    /** Nothing settles who pays, or the payer did not say what kind of plan it is. */
    UNKNOWN
}
