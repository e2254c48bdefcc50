package care.iop.scheduling.curriculum;

/** How far a client is with one module. */
public enum ModuleState {
    /** The client was at a meeting that taught it. */
    COMPLETED,
    /** The client has a seat ahead in a meeting that teaches it. */
    BOOKED,
    /** It was taught in a meeting of the client's without them, and no seat ahead makes up for it. */
    MISSED,
    /** It was not taught to the client yet. */
    OPEN
}
