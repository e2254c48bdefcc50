package care.iop.scheduling.booking;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which bookings a list shows; what is absent does not restrict. */
record BookingFilter(
        @Nullable UUID patientId,
        @Nullable UUID programId,
        @Nullable UUID sessionId,
        @Nullable BookingStatus status,
        @Nullable LocalDate weekStartingOn) {}
