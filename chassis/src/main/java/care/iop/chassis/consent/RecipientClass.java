package care.iop.chassis.consent;

/** The classes of recipients that a consent can name instead of names, 42 CFR 2.31(a)(4). */
public enum RecipientClass {
    /** Holds for those only with whom a treating relationship is on record. */
    TREATING_PROVIDERS("my treating providers"),
    /** Health plans. */
    HEALTH_PLANS("my health plans"),
    /** Other payers. */
    THIRD_PARTY_PAYERS("my third-party payers"),
    /** People and firms that help to run the program. */
    PROGRAM_OPERATIONS("people helping to operate this program");

    private final String title;

    RecipientClass(String title) {
        this.title = title;
    }

    /** The class in a patient's words. */
    public String title() {
        return title;
    }
}
