package care.iop.progress.alert;

/** What came of an alert in the end. A code and never a text, so that it can travel. */
enum AlertOutcome {
    SAFETY_PLAN_MADE(true),
    EMERGENCY_CARE(true),
    CONTACTED(true),
    PLAN_CHANGED(true),
    LEVEL_OF_CARE_CHANGED(true),
    MEDICAL_EVALUATION(true),
    NOT_REACHED(false),
    NO_ACTION_NEEDED(false);

    private final boolean action;

    AlertOutcome(boolean action) {
        this.action = action;
    }

    /** Whether the alert led to something being done for the person. */
    boolean isAction() {
        return action;
    }
}
