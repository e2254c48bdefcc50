package care.iop.scheduling.enrollment;

import java.time.LocalDate;
import java.util.UUID;

/** A client was discharged: what is booked after that day can be given up. */
public record EnrollmentEnded(UUID enrollmentId, LocalDate endedOn) {}
