package care.iop.progress.assessment;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;

/** What this feature promises to those who listen. */
public final class AssessmentEventContracts {

    public static final EventContract RECORDED = EventContract.in(
            Path.of("contracts"),
            "progress.assessment.v1",
            "care.iop.progress.assessment-recorded.v1",
            AssessmentRecorded.class);

    public static final EventContract VOIDED = EventContract.in(
            Path.of("contracts"),
            "progress.assessment.v1",
            "care.iop.progress.assessment-voided.v1",
            AssessmentVoided.class);

    private AssessmentEventContracts() {}
}
