package care.iop.intake.admission;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An admitted person is away and expected back. */
record LeaveStarted(
        UUID admissionId,
        UUID patientId,
        UUID programId,
        LocalDate startsOn,
        @Nullable LocalDate expectedBackOn,
        LeaveReason reason) {

    static final String TYPE = "care.iop.intake.leave-started.v1";
}
