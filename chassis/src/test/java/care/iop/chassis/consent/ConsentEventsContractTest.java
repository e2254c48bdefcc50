package care.iop.chassis.consent;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is told of consents is understood as it is told. */
class ConsentEventsContractTest {

    private static final Path INTAKE = Path.of("../intake-service/contracts");

    @Test
    void consents() {
        assertThat(read("consent-changed", CopiedConsent.class)).isPositive();
    }

    @Test
    void restrictions() {
        assertThat(read("restriction-changed", CopiedRestriction.class)).isPositive();
    }

    @Test
    void relationships() {
        assertThat(read("treating-relationship-changed", CopiedRelationship.class))
                .isPositive();
    }

    @Test
    void recipients() {
        assertThat(read("recipient-changed", CopiedRecipient.class)).isPositive();
    }

    private static <T extends Record> int read(String fact, Class<T> as) {
        return EventContract.readExamples(INTAKE, "care.iop.intake." + fact + ".v1", as)
                .size();
    }
}
