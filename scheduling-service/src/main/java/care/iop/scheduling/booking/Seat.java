package care.iop.scheduling.booking;

import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.session.Session;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seat to be taken by a client.
 *
 * @param makeUpFor the booking of a missed session that this one makes up for
 * @param place where it belongs in a series of bookings
 */
public record Seat(
        Enrollment enrollment,
        Session session,
        @Nullable UUID makeUpFor,
        @Nullable SeriesPlace place) {

    /** A seat for its own sake. */
    public Seat(Enrollment enrollment, Session session) {
        this(enrollment, session, null, null);
    }

    /** A place in a series of bookings: which of the items that were asked for. */
    record SeriesPlace(UUID bookingSeriesId, int item) {}
}
