package care.iop.chassis.consent;

/** The kinds of consent to disclosure, which the rule keeps apart. */
public enum ConsentKind {
    /** One consent for all future treatment, payment and health care operations, 42 CFR 2.33(a)(2). */
    TREATMENT_PAYMENT_OPERATIONS,
    /** Named information to named recipients for a purpose. */
    SPECIFIC,
    /** Counseling notes alone, 42 CFR 2.31(b). */
    COUNSELING_NOTES,
    /** Use in proceedings against the person, alone, 42 CFR 2.31(d). */
    LEGAL_PROCEEDINGS
}
