package care.iop.scheduling.roster;

import org.junit.jupiter.api.Test;

class RosterEventContractTest {

    @Test
    void publishedIsAsPublished() {
        // when, then
        RosterEventContracts.PUBLISHED.check();
    }

    @Test
    void rolledBackIsAsPublished() {
        // when, then
        RosterEventContracts.ROLLED_BACK.check();
    }
}
