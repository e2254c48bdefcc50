package care.iop.intake;

import care.iop.chassis.testing.contract.AsyncApiContract;
import care.iop.chassis.testing.contract.EventContract;
import care.iop.intake.admission.EpisodeEventsContractTest;
import care.iop.intake.admission.PatientAdmittedContractTest;
import care.iop.intake.referral.ReferralReceivedContractTest;
import care.iop.intake.referral.ReferralStatusChangedContractTest;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AsyncApiContractTest {

    @Test
    void documentListsEveryEvent() {
        AsyncApiContract.in(
                        Path.of("contracts"),
                        Stream.concat(
                                        Stream.of(
                                                ReferralReceivedContractTest.CONTRACT,
                                                ReferralStatusChangedContractTest.CONTRACT,
                                                PatientAdmittedContractTest.CONTRACT),
                                        EpisodeEventsContractTest.contracts())
                                .toArray(EventContract[]::new))
                .check();
    }
}
