package care.iop.scheduling.booking;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bookings that a change was meant for, as they are now. */
@Schema(name = "ChangedBookings")
record BookingsView(
        @Schema(required = true, description = "In order of time")
        List<BookingView> bookings) {

    static BookingsView of(List<Booking> changed) {
        return new BookingsView(changed.stream().map(Booking::view).toList());
    }
}
