package care.iop.scheduling.booking;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of bookings. */
@Schema(name = "BookingList")
record BookingList(@Schema(required = true) List<BookingView> items) {

    static BookingList of(List<Booking> bookings) {
        return new BookingList(bookings.stream().map(Booking::view).toList());
    }
}
