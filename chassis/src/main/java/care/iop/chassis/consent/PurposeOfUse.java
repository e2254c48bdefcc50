package care.iop.chassis.consent;

/** What information is used for, with the code of HL7 v3 PurposeOfUse. */
public enum PurposeOfUse {
    /** Care of the person. */
    TREATMENT("TREAT", "treatment"),
    /** Billing and coverage. */
    PAYMENT("HPAYMT", "payment"),
    /** Running the program: quality, audits, training. */
    HEALTH_CARE_OPERATIONS("HOPERAT", "health care operations"),
    /** Because the person asks for it. */
    PATIENT_REQUEST("PATRQT", "at the request of the patient"),
    /** Research. */
    RESEARCH("HRESCH", "research"),
    /** Civil, criminal, administrative or legislative proceedings against the person. */
    LEGAL_PROCEEDINGS("HLEGAL", "civil, criminal, administrative or legislative proceedings"),
    /** A medical emergency: never decided by consents, see 42 CFR 2.51. */
    EMERGENCY("ETREAT", "medical emergency");

    private final String code;
    private final String title;

    PurposeOfUse(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The code of HL7 v3 PurposeOfUse. */
    public String code() {
        return code;
    }

    /** The purpose in a patient's words. */
    public String title() {
        return title;
    }
}
