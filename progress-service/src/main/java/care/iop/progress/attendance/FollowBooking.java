package care.iop.progress.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import java.util.stream.Stream;

/** Lets the weekly rollup follow one booking: what its older state gave to a week is taken back, what the newer gives is added. */
@ApplicationScoped
class FollowBooking {

    private final AttendanceUnits units;
    private final WeeklyAttendances weeks;

    FollowBooking(AttendanceUnits units, WeeklyAttendances weeks) {
        this.units = units;
        this.weeks = weeks;
    }

    /** Takes over this version of a booking; false when the same or a newer one is known already. */
    @Transactional(TxType.MANDATORY)
    boolean follow(UUID bookingId, long version, UnitFacts newest) {
        if (units.add(bookingId, version, newest)) {
            weeks.apply(WeekChange.adding(newest));
            return true;
        }
        var unit = units.lock(bookingId);
        if (unit.knows(version)) {
            return false;
        }
        var older = unit.facts();
        unit.follow(version, newest);
        Stream.of(WeekChange.takingBack(older), WeekChange.adding(newest))
                .sorted(WeekChange.LOCK_ORDER)
                .forEach(weeks::apply);
        return true;
    }
}
