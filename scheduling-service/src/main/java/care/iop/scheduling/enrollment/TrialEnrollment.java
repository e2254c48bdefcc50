package care.iop.scheduling.enrollment;

import care.iop.scheduling.program.PrescribedSessions;
import care.iop.scheduling.program.TimeWindow;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An invented client for trying out a program. No admission of intake stands behind it. */
public record TrialEnrollment(
        UUID id,
        UUID patientId,
        UUID programId,
        LocalDate admittedOn,
        List<PrescribedSessions> sessions,
        List<TimeWindow> available,
        Preferences preferences) {

    /** Copies the lists. */
    public TrialEnrollment {
        sessions = List.copyOf(sessions);
        available = List.copyOf(available);
    }
}
