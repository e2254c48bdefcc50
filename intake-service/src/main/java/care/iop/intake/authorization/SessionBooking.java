package care.iop.intake.authorization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** What intake reads of scheduling's {@code session-booked} and {@code session-booking-cancelled} events. */
record SessionBooking(
        UUID admissionId, Instant startsAt, LocalDate sessionOn, SessionKind kind, Integer plannedMinutes) {

    SessionBooking {
        Objects.requireNonNull(admissionId, "admissionId");
        Objects.requireNonNull(startsAt, "startsAt");
        Objects.requireNonNull(sessionOn, "sessionOn");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(plannedMinutes, "plannedMinutes");
    }

    BookedSession in(BookedSession.State state) {
        return new BookedSession(startsAt, sessionOn, kind, state, plannedMinutes, 0);
    }
}
