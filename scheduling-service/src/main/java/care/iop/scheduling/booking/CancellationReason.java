package care.iop.scheduling.booking;

/** Why a seat was given up before the session. */
public enum CancellationReason {
    CLIENT_REQUEST,
    PROGRAM_CHANGE,
    DISCHARGE,
    ENTERED_IN_ERROR
}
