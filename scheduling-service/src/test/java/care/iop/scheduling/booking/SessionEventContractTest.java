package care.iop.scheduling.booking;

import org.junit.jupiter.api.Test;

class SessionEventContractTest {

    @Test
    void bookedIsAsPublished() {
        // when, then
        SessionEventContracts.BOOKED.check();
    }

    @Test
    void cancelledIsAsPublished() {
        // when, then
        SessionEventContracts.CANCELLED.check();
    }
}
