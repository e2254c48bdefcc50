package care.iop.scheduling.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A series of bookings as staff see it. */
@Schema(name = "BookingSeries")
record BookingSeriesView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID enrollmentId,
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate until,
        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "The subject of the scheduler's token")
        String createdBy,

        @Schema(required = true, description = "In order of time, whatever became of them")
        List<BookingView> bookings,

        @Schema(
                required = true,
                description = "Days of the range on which the program is closed: nothing is booked then")
        List<LocalDate> closedDays) {}
