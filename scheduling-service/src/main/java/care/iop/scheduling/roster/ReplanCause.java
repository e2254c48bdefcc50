package care.iop.scheduling.roster;

/** What makes a published week need a change. */
public enum ReplanCause {
    /** Somebody joins a week that is published. */
    NEW_CLIENT,
    /** A client gives a booked session up; what becomes free goes to those who miss sessions. */
    CANCELLATION,
    CLINICIAN_ABSENT,
    ROOM_LOST,
    /** What a client is to have each week has changed. */
    LEVEL_CHANGE
}
