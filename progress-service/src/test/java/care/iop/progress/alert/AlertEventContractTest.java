package care.iop.progress.alert;

import org.junit.jupiter.api.Test;

class AlertEventContractTest {

    @Test
    void raisedIsAsPublished() {
        // when, then
        AlertEventContracts.RAISED.check();
    }

    @Test
    void escalatedIsAsPublished() {
        // when, then
        AlertEventContracts.ESCALATED.check();
    }

    @Test
    void outcomeIsAsPublished() {
        // when, then
        AlertEventContracts.OUTCOME_RECORDED.check();
    }

    @Test
    void sourceCorrectedIsAsPublished() {
        // when, then
        AlertEventContracts.SOURCE_CORRECTED.check();
    }

    @Test
    void acknowledgedIsAsPublished() {
        // when, then
        AlertEventContracts.ACKNOWLEDGED.check();
    }
}
