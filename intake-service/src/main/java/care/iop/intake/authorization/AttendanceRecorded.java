package care.iop.intake.authorization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** What intake reads of scheduling's {@code attendance-recorded} event. Which codes deliver minutes is scheduling's to say. */
record AttendanceRecorded(
        UUID admissionId,
        Instant startsAt,
        LocalDate sessionOn,
        SessionKind kind,
        Integer plannedMinutes,
        Integer deliveredMinutes) {

    AttendanceRecorded {
        Objects.requireNonNull(admissionId, "admissionId");
        Objects.requireNonNull(startsAt, "startsAt");
        Objects.requireNonNull(sessionOn, "sessionOn");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(plannedMinutes, "plannedMinutes");
        Objects.requireNonNull(deliveredMinutes, "deliveredMinutes");
    }

    BookedSession marked() {
        return new BookedSession(
                startsAt, sessionOn, kind, BookedSession.State.MARKED, plannedMinutes, deliveredMinutes);
    }
}
