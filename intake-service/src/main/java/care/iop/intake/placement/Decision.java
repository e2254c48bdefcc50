package care.iop.intake.placement;

/** What the rules come to. */
enum Decision {
    /** An acute medical danger comes first; no level. */
    EMERGENCY_MEDICAL,
    /** A danger to self or others comes first; no level. */
    EMERGENCY_PSYCHIATRIC,
    /** Withdrawal has to be treated in an inpatient setting first. */
    WITHDRAWAL_INPATIENT,
    /** Withdrawal has to be managed first. */
    WITHDRAWAL_MANAGEMENT_FIRST,
    /** The physical condition needs a higher level. */
    TRANSFER_HIGHER,
    /** Something that the rules need is unknown; no level. */
    INCOMPLETE,
    /** No substance use disorder; early intervention or an outpatient evaluation. */
    NOT_INDICATED,
    /** The level that is recommended. */
    LEVEL_RECOMMENDED,
    /** Level 2.1 is right, and the person can't come often enough: offer other tracks, not a lower level. */
    LEVEL_2_1_ACCESS_BARRIER
}
