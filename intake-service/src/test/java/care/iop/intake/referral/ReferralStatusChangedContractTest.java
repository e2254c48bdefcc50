package care.iop.intake.referral;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

public class ReferralStatusChangedContractTest {

    public static final EventContract CONTRACT = EventContract.in(
            Path.of("contracts"), "intake.referral.v1", ReferralStatusChanged.TYPE, ReferralStatusChanged.class);

    @Test
    void schemaAndExamplesAreCurrent() {
        CONTRACT.check();
    }
}
