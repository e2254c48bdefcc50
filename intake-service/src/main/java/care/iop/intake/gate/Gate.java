package care.iop.intake.gate;

/** The conditions that an organization can ask for before treatment starts. */
public enum Gate {
    /** A clinician accepted or overrode a recommended level of care. */
    ACCEPTED_PLACEMENT,
    /** A consent to treatment is in force. */
    CONSENT_TO_TREAT,
    /** Benefits were verified and are still valid, or the person agreed to pay. */
    BENEFITS_SETTLED,
    /** No required safety action is open. */
    SAFETY_ACTIONS_DONE,
    /** A parent or guardian consented, where the person is under 18. */
    GUARDIAN_CONSENT
}
