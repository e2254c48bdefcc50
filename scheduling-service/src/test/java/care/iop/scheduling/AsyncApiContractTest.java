package care.iop.scheduling;

import care.iop.chassis.testing.contract.AsyncApiContract;
import care.iop.scheduling.attendance.AttendanceEventContracts;
import care.iop.scheduling.booking.SessionEventContracts;
import care.iop.scheduling.fhir.DisclosureEventContracts;
import care.iop.scheduling.roster.RosterEventContracts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiContractTest {

    @Test
    void documentListsEveryEvent() {
        // when, then
        AsyncApiContract.in(
                        Path.of("contracts"),
                        SessionEventContracts.BOOKED,
                        SessionEventContracts.CANCELLED,
                        AttendanceEventContracts.RECORDED,
                        RosterEventContracts.PUBLISHED,
                        RosterEventContracts.ROLLED_BACK,
                        DisclosureEventContracts.DISCLOSED,
                        DisclosureEventContracts.REFUSED)
                .check();
    }
}
