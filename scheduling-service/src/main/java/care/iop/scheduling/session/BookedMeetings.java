package care.iop.scheduling.session;

/** What becomes of the bookings of a meeting that a change of its series takes away. */
public enum BookedMeetings {
    /** The change is refused, with each meeting that clients are booked into. */
    REFUSE,
    /** The bookings are cancelled as a change by the program, and each is told of. */
    CANCEL
}
