package care.iop.progress.relapseprevention;

/** What of a check-in a warning sign looks at. */
enum SignField {
    /** 0 (worst) to 10. */
    MOOD,
    /** 0 (none) to 10. */
    CRAVING,
    /** Hours, in steps of 0.5. */
    SLEEP_HOURS,
    /** The person used. */
    USE,
    /** One trigger was named. */
    TRIGGER,
    /** A meeting was planned for that weekday, and the person says that they were at none. */
    MEETING_MISSED
}
