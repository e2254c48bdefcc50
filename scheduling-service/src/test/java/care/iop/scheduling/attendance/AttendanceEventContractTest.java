package care.iop.scheduling.attendance;

import org.junit.jupiter.api.Test;

class AttendanceEventContractTest {

    @Test
    void recordedIsAsPublished() {
        // when, then
        AttendanceEventContracts.RECORDED.check();
    }
}
