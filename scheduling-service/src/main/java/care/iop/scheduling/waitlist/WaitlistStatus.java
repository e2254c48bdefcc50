package care.iop.scheduling.waitlist;

/** Where a client who waits stands. */
enum WaitlistStatus {
    WAITING,
    /** Seats are kept for the client until the offer ends. */
    OFFERED,
    /** Took the offer: booked. */
    ACCEPTED,
    DECLINED,
    /** Did not answer the offer in time. */
    EXPIRED,
    /** Does not wait any more, or has ended treatment, or the meetings are over. */
    LEFT;

    boolean isOpen() {
        return switch (this) {
            case WAITING, OFFERED -> true;
            case ACCEPTED, DECLINED, EXPIRED, LEFT -> false;
        };
    }
}
