package care.iop.progress.assessment;

import org.junit.jupiter.api.Test;

class AssessmentEventContractTest {

    @Test
    void recordedIsAsPublished() {
        // when, then
        AssessmentEventContracts.RECORDED.check();
    }

    @Test
    void voidedIsAsPublished() {
        // when, then
        AssessmentEventContracts.VOIDED.check();
    }
}
