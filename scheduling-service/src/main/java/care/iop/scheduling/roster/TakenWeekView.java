package care.iop.scheduling.roster;

import care.iop.scheduling.booking.Booking;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The week that was booked; what it holds is read at the client's week. */
@Schema(name = "TakenWeek")
record TakenWeekView(
        @Schema(required = true) UUID enrollmentId,
        @Schema(required = true) LocalDate weekStartingOn,

        @Schema(required = true, description = "All bookings of the week, those that stayed included")
        List<UUID> bookingIds) {

    static TakenWeekView of(UUID enrollmentId, LocalDate weekStartingOn, List<Booking> booked) {
        return new TakenWeekView(
                enrollmentId, weekStartingOn, booked.stream().map(Booking::id).toList());
    }
}
