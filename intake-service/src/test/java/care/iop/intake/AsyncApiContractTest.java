package care.iop.intake;

import care.iop.chassis.testing.contract.AsyncApiContract;
import care.iop.intake.admission.PatientAdmittedContractTest;
import care.iop.intake.referral.ReferralReceivedContractTest;
import care.iop.intake.referral.ReferralStatusChangedContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiContractTest {

    @Test
    void documentListsEveryEvent() {
        AsyncApiContract.in(
                        Path.of("contracts"),
                        ReferralReceivedContractTest.CONTRACT,
                        ReferralStatusChangedContractTest.CONTRACT,
                        PatientAdmittedContractTest.CONTRACT)
                .check();
    }
}
