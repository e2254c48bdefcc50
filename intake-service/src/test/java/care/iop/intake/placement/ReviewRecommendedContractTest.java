package care.iop.intake.placement;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The progress service's published examples, read with what intake keeps of them. */
class ReviewRecommendedContractTest {

    @Test
    void progresssExamplesAreUnderstood() {
        // when
        var read = EventContract.readExamples(
                Path.of("../progress-service/contracts"), ReviewEvents.RECOMMENDED, ReviewRecommended.class);

        // then
        assertThat(read)
                .extracting(ReviewRecommended::suggestion)
                .containsExactlyInAnyOrder(ReviewSuggestion.STEP_UP, ReviewSuggestion.CONTINUE);
    }
}
