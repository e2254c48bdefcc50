package care.iop.scheduling.dose;

import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.program.SessionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a client's week has given and will give, in minutes of treatment. What is over and not marked yet counts as if it was
 * attended, and is told apart.
 *
 * @param delivered as marked
 * @param unmarked planned, over and without a mark
 * @param ahead booked and not over
 * @param lost planned and marked as not delivered
 * @param days on which treatment was or will be given
 */
record WeeklyDose(int delivered, int unmarked, int ahead, int lost, int days) {

    /** The dose of these bookings of one client in one week. */
    static WeeklyDose of(List<Booking> bookings, Instant now) {
        var delivered = 0;
        var unmarked = 0;
        var ahead = 0;
        var lost = 0;
        Set<LocalDate> days = new HashSet<>();
        for (var booking : bookings) {
            if (booking.kind() == SessionKind.CHECK_IN) {
                continue;
            }
            var planned = booking.time().plannedMinutes();
            if (booking.attendance().isPresent()) {
                delivered += booking.deliveredMinutes();
                lost += Math.max(0, planned - booking.deliveredMinutes());
                if (booking.deliveredMinutes() > 0) {
                    days.add(booking.time().sessionOn());
                }
                continue;
            }
            days.add(booking.time().sessionOn());
            if (booking.time().endsAt().isAfter(now)) {
                ahead += planned;
            } else {
                unmarked += planned;
            }
        }
        return new WeeklyDose(delivered, unmarked, ahead, lost, days.size());
    }

    /** Minutes that the week will have given in the end. */
    int forecast() {
        return delivered + unmarked + ahead;
    }

    int missingMinutes(WeeklyNeed need) {
        return Math.max(0, need.minutes() - forecast());
    }

    int missingDays(WeeklyNeed need) {
        return Math.max(0, need.days() - days);
    }
}
