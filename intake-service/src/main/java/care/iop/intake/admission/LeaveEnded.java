package care.iop.intake.admission;

import java.time.LocalDate;
import java.util.UUID;

/** An admitted person is back from leave. */
record LeaveEnded(UUID admissionId, UUID patientId, UUID programId, LocalDate startsOn, LocalDate lastDayOn) {

    static final String TYPE = "care.iop.intake.leave-ended.v1";
}
