package care.iop.progress.alert;

/** What the person who acknowledged an alert did about it. A code and never a text, so that it can travel. */
enum AcknowledgementReason {
    SAFETY_ASSESSED,
    CARE_ALREADY_UNDER_WAY,
    EMERGENCY_SERVICES_CALLED,
    HANDED_TO_ON_CALL,
    RECORDED_IN_ERROR,
    REACHING_OUT,
    REVIEWED_WITH_TEAM
}
