package care.iop.scheduling.booking;

import care.iop.scheduling.program.SessionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of a person's bookings are wanted; what is absent narrows nothing. Holds are none.
 *
 * @param ids only these
 * @param kinds only of sessions of these kinds
 * @param firstDay the first day of sessions, in the program's zone
 * @param dayBefore the day before which sessions are
 * @param from the first moment at which sessions start
 * @param before the moment before which sessions start
 * @param changedFrom the first moment of the last change of time, place or status
 * @param changedBefore the moment before which that was
 */
public record PersonBookings(
        UUID patientId,
        @Nullable Set<UUID> ids,
        @Nullable Set<SessionKind> kinds,
        @Nullable Set<BookingOutcome> outcomes,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate dayBefore,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable Instant changedFrom,
        @Nullable Instant changedBefore) {}
