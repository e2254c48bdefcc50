package care.iop.scheduling.booking;

/** What a client's claim on a seat is worth. */
enum SeatStatus {
    /** Taken for a few minutes while somebody asks the client; ends by itself. */
    HELD,
    BOOKED,
    CANCELLED,
    /** Was held, and the time ran out or the seat was let go. */
    EXPIRED
}
