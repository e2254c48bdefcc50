package care.iop.intake.admission;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

public class PatientAdmittedContractTest {

    public static final EventContract CONTRACT =
            EventContract.in(Path.of("contracts"), "intake.admission.v1", PatientAdmitted.TYPE, PatientAdmitted.class);

    @Test
    void schemaAndExamplesAreCurrent() {
        CONTRACT.check();
    }
}
