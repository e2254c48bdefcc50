package care.iop.intake.placement;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What intake expects of the progress service, which has to promise at least this. */
class ReviewRecommendedContractTest {

    private static final Path EXPECTED = Path.of("src/test/resources/expected-of-progress");

    @Test
    void schemaAndExampleSayWhatIsRead() {
        EventContract.in(EXPECTED, ReviewEvents.TOPIC, ReviewEvents.RECOMMENDED, ReviewRecommended.class)
                .check();
    }

    @Test
    void theExampleIsRead() {
        // when
        var read = EventContract.readExamples(EXPECTED, ReviewEvents.RECOMMENDED, ReviewRecommended.class);

        // then
        assertThat(read).hasSize(1);
        assertThat(read.get(0).reasons()).containsExactly("AL-ATT", "DAYS_30");
    }
}
