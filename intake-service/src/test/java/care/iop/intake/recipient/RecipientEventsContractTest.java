package care.iop.intake.recipient;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

public class RecipientEventsContractTest {

    public static final EventContract CONTRACT =
            EventContract.in(Path.of("contracts"), KeepRecipient.TOPIC, RecipientChanged.TYPE, RecipientChanged.class);

    @Test
    void schemaAndExamplesAreCurrent() {
        CONTRACT.check();
    }
}
