package care.iop.progress;

import care.iop.chassis.testing.contract.AsyncApiContract;
import care.iop.progress.alert.AlertEventContracts;
import care.iop.progress.assessment.AssessmentEventContracts;
import care.iop.progress.fhir.DisclosureEventContracts;
import care.iop.progress.plan.PlanEventContracts;
import care.iop.progress.review.ReviewEventContracts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiContractTest {

    @Test
    void documentListsEveryEvent() {
        // when, then
        AsyncApiContract.in(
                        Path.of("contracts"),
                        AssessmentEventContracts.RECORDED,
                        AssessmentEventContracts.VOIDED,
                        AlertEventContracts.RAISED,
                        AlertEventContracts.ACKNOWLEDGED,
                        AlertEventContracts.ESCALATED,
                        AlertEventContracts.OUTCOME_RECORDED,
                        AlertEventContracts.SOURCE_CORRECTED,
                        DisclosureEventContracts.DISCLOSED,
                        DisclosureEventContracts.REFUSED,
                        PlanEventContracts.IN_FORCE,
                        ReviewEventContracts.RECOMMENDED)
                .check();
    }
}
