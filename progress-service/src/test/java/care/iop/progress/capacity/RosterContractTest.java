package care.iop.progress.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Scheduling's published examples, read with what progress keeps of them. */
class RosterContractTest {

    private static final Path SCHEDULING = Path.of("../scheduling-service/contracts");

    @Test
    void publicationsAreUnderstoodWithSeatsAndFromBeforeTheyWereTold() {
        // when
        var examples = EventContract.readExamples(
                SCHEDULING, "care.iop.scheduling.roster-published.v1", RosterPublished.class);

        // then
        assertThat(examples).extracting(RosterPublished::groupSeats).containsExactlyInAnyOrder(180, null);
    }

    @Test
    void rollbacksAreUnderstood() {
        // when
        var examples = EventContract.readExamples(
                SCHEDULING, "care.iop.scheduling.roster-rolled-back.v1", RosterRolledBack.class);

        // then
        assertThat(examples).isNotEmpty();
    }
}
