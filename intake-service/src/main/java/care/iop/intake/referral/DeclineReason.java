package care.iop.intake.referral;

/** Why a referral was declined, as far as statistics and the sender need to know. */
public enum DeclineReason {
    NEEDS_HIGHER_LEVEL,
    NEEDS_LOWER_LEVEL,
    NO_CAPACITY,
    NOT_COVERED,
    PERSON_DECLINED,
    NO_CONTACT,
    OUT_OF_AREA,
    DUPLICATE,
    OTHER
}
