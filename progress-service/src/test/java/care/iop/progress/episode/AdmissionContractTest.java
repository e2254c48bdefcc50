package care.iop.progress.episode;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Intake's published examples, read with what progress keeps of them. */
class AdmissionContractTest {

    @Test
    void intakesExamplesAreUnderstood() {
        // when
        var examples = EventContract.readExamples(
                Path.of("../intake-service/contracts"), "care.iop.intake.patient-admitted.v1", PatientAdmitted.class);

        var changes = EventContract.readExamples(
                Path.of("../intake-service/contracts"),
                "care.iop.intake.level-of-care-changed.v1",
                LevelOfCareChanged.class);
        var discharges = EventContract.readExamples(
                Path.of("../intake-service/contracts"),
                "care.iop.intake.patient-discharged.v1",
                PatientDischarged.class);

        // then
        assertThat(examples).isNotEmpty();
        assertThat(changes).isNotEmpty();
        assertThat(discharges).isNotEmpty();
    }
}
