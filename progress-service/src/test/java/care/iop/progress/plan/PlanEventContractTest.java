package care.iop.progress.plan;

import org.junit.jupiter.api.Test;

class PlanEventContractTest {

    @Test
    void inForceIsAsPublished() {
        // when, then
        PlanEventContracts.IN_FORCE.check();
    }
}
