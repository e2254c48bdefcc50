package care.iop.chassis.consent;

/** Why a disclosure is permitted or not, each with the rule that says so. */
public enum DisclosureReason {
    COVERED("The consent is in force and covers recipient, purpose and information."),
    NO_CONSENT("There is no consent to disclosure."),
    RESTRICTED("The program has agreed not to disclose this (42 CFR 2.26)."),
    EMERGENCY_NOT_BY_CONSENT(
            "A medical emergency is no matter of consent: a named person discloses what is needed and records it (42 CFR 2.51)."),
    NEVER_UNATTENDED(
            "Counseling notes and disclosures for proceedings are made by a person, never by a machine's request: our own policy."),
    INCOMPLETE("An element that 42 CFR 2.31 asks for is missing, so the consent is void."),
    NOT_SIGNED("The consent is not signed yet."),
    NOT_YET_SIGNED("The consent was signed later."),
    REVOKED("The consent was revoked."),
    EXPIRED("The consent has expired."),
    ENDED_BY_EVENT("The event that ends the consent has happened."),
    NEEDS_NOTES_CONSENT("Counseling notes need a consent of their own (42 CFR 2.31(b))."),
    NEEDS_PROCEEDINGS_CONSENT("Proceedings against the person need a consent of their own (42 CFR 2.31(d))."),
    RECIPIENT_NOT_NAMED("The consent names neither this recipient nor a class that it belongs to."),
    NO_TREATING_RELATIONSHIP(
            "The consent is for treating providers, and no treating relationship with this recipient is on record."),
    PURPOSE_NOT_COVERED("The consent is not for this purpose."),
    INFORMATION_NOT_COVERED("The consent is not about this information.");

    private final String explanation;

    DisclosureReason(String explanation) {
        this.explanation = explanation;
    }

    /** The reason as a sentence. */
    public String explanation() {
        return explanation;
    }
}
