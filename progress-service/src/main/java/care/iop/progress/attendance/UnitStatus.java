package care.iop.progress.attendance;

/** Where one booked session stands: still to be marked, taken back, or marked with one of scheduling's attendance codes. */
enum UnitStatus {
    BOOKED,
    WITHDRAWN,
    ATTENDED,
    LATE,
    PARTIAL,
    EXCUSED,
    LATE_CANCEL,
    NO_SHOW,
    CANCELLED_BY_PROGRAM
}
