package care.iop.progress.attendance;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** What progress reads of scheduling's {@code session-booked} and {@code session-booking-cancelled} events. */
record SessionBooking(UUID admissionId, LocalDate sessionOn, Integer plannedMinutes) {

    SessionBooking {
        Objects.requireNonNull(admissionId, "admissionId");
        Objects.requireNonNull(sessionOn, "sessionOn");
        Minutes.requireOfOneDay(plannedMinutes, "plannedMinutes");
    }

    UnitFacts facts(UnitStatus status) {
        return new UnitFacts(admissionId, sessionOn, status, plannedMinutes, 0);
    }
}
