package care.iop.intake.referral;

/** How soon the sender wants an answer. */
public enum Urgency {
    ROUTINE,
    URGENT,
    EMERGENT
}
