package care.iop.intake.waitlist;

/** The interim services that 45 CFR 96.121 names. */
enum InterimServiceKind {
    HIV_AND_TUBERCULOSIS_EDUCATION,
    NEEDLE_SHARING_RISK_EDUCATION,
    TRANSMISSION_PREVENTION_EDUCATION,
    HIV_OR_TUBERCULOSIS_TREATMENT_REFERRAL,
    /** For pregnant people. */
    FETAL_EFFECTS_COUNSELING,
    /** For pregnant people. */
    PRENATAL_CARE_REFERRAL
}
