package care.iop.scheduling.booking;

/** Whether a client has a seat. */
public enum BookingStatus {
    BOOKED,
    CANCELLED;

    SeatStatus ofSeat() {
        return switch (this) {
            case BOOKED -> SeatStatus.BOOKED;
            case CANCELLED -> SeatStatus.CANCELLED;
        };
    }
}
