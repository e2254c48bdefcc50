package care.iop.intake.placement;

/** What has to be done because a rule matched. */
enum ActionCode {
    EMERGENCY_MEDICAL_CARE_NOW(
            Due.IMMEDIATELY, true, "Call 911 or bring the person to an emergency department now; stay with them."),
    PSYCHIATRIC_EVALUATION_NOW(
            Due.IMMEDIATELY,
            true,
            "Arrange an immediate evaluation in person and do not leave the person alone. Call 911 in danger; 988 answers crisis calls and texts day and night."),
    INPATIENT_WITHDRAWAL_CARE_NOW(
            Due.IMMEDIATELY,
            true,
            "Transfer the person to inpatient withdrawal management, with medical transport if needed."),
    WITHDRAWAL_MANAGEMENT_TODAY(
            Due.TODAY, true, "Arrange withdrawal management today; intensive outpatient treatment starts after it."),
    MEDICAL_REVIEW_BEFORE_START(
            Due.NEXT_BUSINESS_DAY, true, "A medical prescriber reviews the person before treatment starts."),
    MOUD_SAME_DAY_REFERRAL(
            Due.TODAY,
            true,
            "Refer the person today for medication for opioid use disorder, and offer naloxone. Taking it is no reason to refuse treatment."),
    SUICIDE_RISK_ASSESSMENT_TODAY(
            Due.TODAY,
            true,
            "A clinician assesses the suicide risk today and records it; the admission can't be finalized before. 988 answers crisis calls and texts day and night."),
    MEDICAL_EVALUATION_TODAY(
            Due.TODAY, true, "A medical evaluation today decides where the physical condition is treated."),
    HOUSING_PLAN(Due.HOUSING_PLAN, false, "Arrange a recovery residence or another safe place to live.");

    /** How soon. */
    enum Due {
        IMMEDIATELY,
        TODAY,
        NEXT_BUSINESS_DAY,
        HOUSING_PLAN
    }

    private final Due due;
    private final boolean safety;
    private final String text;

    ActionCode(Due due, boolean safety, String text) {
        this.due = due;
        this.safety = safety;
        this.text = text;
    }

    Due due() {
        return due;
    }

    /** Whether treatment can't start while the action is open. */
    boolean isSafety() {
        return safety;
    }

    String text() {
        return text;
    }
}
