package care.iop.scheduling.booking;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;

/** What scheduling promises of its session events. */
public final class SessionEventContracts {

    /** A client has a seat. */
    public static final EventContract BOOKED =
            EventContract.in(Path.of("contracts"), SessionBooked.TOPIC, SessionBooked.TYPE, SessionBooked.class);

    /** A client's seat was given up. */
    public static final EventContract CANCELLED = EventContract.in(
            Path.of("contracts"),
            SessionBookingCancelled.TOPIC,
            SessionBookingCancelled.TYPE,
            SessionBookingCancelled.class);

    private SessionEventContracts() {}
}
