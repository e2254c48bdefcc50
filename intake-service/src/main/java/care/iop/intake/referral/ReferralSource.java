package care.iop.intake.referral;

/** Who asked the program to take the person in. */
public enum ReferralSource {
    SELF,
    FAMILY,
    DISCHARGE_PLANNER,
    EHR,
    COURT,
    EMPLOYER,
    OTHER_LEVEL_OF_CARE
}
