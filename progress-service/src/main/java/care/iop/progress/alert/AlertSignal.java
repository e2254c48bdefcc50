package care.iop.progress.alert;

/** What of a rule's several reasons was found; a code, so that it can travel and be counted. */
public enum AlertSignal {
    CRAVING_HIGH,
    CRAVING_RISE,
    CRAVING_LASTING,
    MOOD_LOW,
    MOOD_FALL,
    USE_REPORTED,
    OVERDOSE_RISK,
    RELIABLE_DETERIORATION,
    RISK_HIGH,
    RISK_RISE,
    PROTECTION_LOW,
    NO_SHOW,
    CONSECUTIVE_NO_SHOWS,
    DROPOUT_RISK,
    HOURS_BELOW_MINIMUM,
    NO_CHECK_IN,
    NO_CONTACT,
    NOT_SAFE_NOW,
    WARNING_SIGN,
    RULE_FAILED
}
