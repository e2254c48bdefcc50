package care.iop.progress.alert.rule;

/** How loudly a person agreed that the care team hears of a warning sign of the own plan, from the least to the most. */
public enum AgreedLevel {
    /** It stays with the person. */
    NOBODY,
    /** A low alert, which disturbs nobody at night. */
    NOTICE,
    /** A medium alert. */
    ALERT,
    /** A high alert. */
    URGENT
}
