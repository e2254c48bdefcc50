package care.iop.scheduling.booking;

/** Whether the client has the seat. */
public enum BookingStatus {
    BOOKED,
    CANCELLED
}
