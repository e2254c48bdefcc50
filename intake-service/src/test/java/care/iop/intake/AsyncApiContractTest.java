package care.iop.intake;

import care.iop.chassis.testing.contract.AsyncApiContract;
import care.iop.chassis.testing.contract.EventContract;
import care.iop.intake.admission.EpisodeEventsContractTest;
import care.iop.intake.admission.PatientAdmittedContractTest;
import care.iop.intake.authorization.AuthorizationEventsContractTest;
import care.iop.intake.consent.ConsentEventsContractTest;
import care.iop.intake.disclosure.DisclosureEventsContractTest;
import care.iop.intake.duplicate.MergeEventsContractTest;
import care.iop.intake.recipient.RecipientEventsContractTest;
import care.iop.intake.referral.ReferralReceivedContractTest;
import care.iop.intake.referral.ReferralStatusChangedContractTest;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AsyncApiContractTest {

    @Test
    void documentListsEveryEvent() {
        AsyncApiContract.in(
                        Path.of("contracts"),
                        Stream.of(
                                        Stream.of(
                                                ReferralReceivedContractTest.CONTRACT,
                                                ReferralStatusChangedContractTest.CONTRACT,
                                                PatientAdmittedContractTest.CONTRACT,
                                                ConsentEventsContractTest.CONTRACT,
                                                RecipientEventsContractTest.CONTRACT),
                                        EpisodeEventsContractTest.contracts(),
                                        AuthorizationEventsContractTest.contracts(),
                                        DisclosureEventsContractTest.contracts(),
                                        MergeEventsContractTest.contracts())
                                .flatMap(Function.identity())
                                .toArray(EventContract[]::new))
                .check();
    }
}
