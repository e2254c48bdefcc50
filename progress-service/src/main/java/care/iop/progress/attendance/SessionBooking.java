package care.iop.progress.attendance;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What progress reads of scheduling's {@code session-booked} and {@code session-booking-cancelled} events.
 *
 * @param kind what kind of session it is, such as GROUP
 * @param track null in events from before it was told
 */
record SessionBooking(
        UUID admissionId,
        LocalDate sessionOn,
        @Nullable String kind,
        Integer plannedMinutes,
        @Nullable String track) {

    SessionBooking {
        Objects.requireNonNull(admissionId, "admissionId");
        Objects.requireNonNull(sessionOn, "sessionOn");
        Minutes.requireOfOneDay(plannedMinutes, "plannedMinutes");
    }

    UnitFacts facts(UnitStatus status) {
        return new UnitFacts(admissionId, sessionOn, status, plannedMinutes, 0, track, kind);
    }
}
