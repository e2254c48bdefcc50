package care.iop.scheduling.program;

/** The time of day at which a client usually comes; each program says from when until when. */
public enum Track {
    MORNING,
    AFTERNOON,
    EVENING
}
