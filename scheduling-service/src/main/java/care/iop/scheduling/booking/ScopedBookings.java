package care.iop.scheduling.booking;

import care.iop.chassis.http.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the bookings that a change of one is meant for, kept from others until the transaction ends. */
@ApplicationScoped
class ScopedBookings {

    private final Bookings bookings;

    ScopedBookings(Bookings bookings) {
        this.bookings = bookings;
    }

    /**
     * The booking that the caller has read and, by scope, the rest of its series that is booked and not marked; in order of
     * time. What is marked has happened: no change reaches it.
     */
    @Transactional(TxType.MANDATORY)
    List<Booking> of(UUID id, @Nullable String ifMatch, Scope scope) {
        var one = bookings.require(id);
        var seriesId = one.bookingSeriesId();
        if (scope == Scope.ONE || seriesId.isEmpty()) {
            var locked = bookings.requireLocked(id);
            IfMatch.require(ifMatch, locked.version());
            return List.of(locked);
        }
        var all = bookings.bookedOfSeries(seriesId.get());
        IfMatch.require(ifMatch, one.version());
        var from = one.time().startsAt();
        var open = all.stream()
                .filter(booking -> booking.attendance().isEmpty())
                .filter(booking ->
                        scope == Scope.ALL || !booking.time().startsAt().isBefore(from))
                .toList();
        // One that is cancelled or marked itself gets its own answer.
        return open.contains(one)
                ? open
                : Stream.concat(Stream.of(one), open.stream()).toList();
    }
}
