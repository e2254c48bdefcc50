package care.iop.intake.consent;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

public class ConsentEventsContractTest {

    public static final EventContract CONTRACT =
            EventContract.in(Path.of("contracts"), "intake.consent.v1", ConsentChanged.TYPE, ConsentChanged.class);

    @Test
    void schemaAndExamplesAreCurrent() {
        CONTRACT.check();
    }
}
