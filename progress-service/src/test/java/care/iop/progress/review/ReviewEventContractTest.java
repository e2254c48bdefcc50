package care.iop.progress.review;

import org.junit.jupiter.api.Test;

class ReviewEventContractTest {

    @Test
    void recommendedIsAsPublished() {
        // when, then
        ReviewEventContracts.RECOMMENDED.check();
    }
}
