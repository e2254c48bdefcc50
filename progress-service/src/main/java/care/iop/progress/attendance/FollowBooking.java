package care.iop.progress.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/** Lets the weekly rollup follow one booking: what its older state gave to a week is taken back, what the newer gives is added. */
@ApplicationScoped
class FollowBooking {

    private final AttendanceUnits units;
    private final WeeklyAttendances weeks;

    FollowBooking(AttendanceUnits units, WeeklyAttendances weeks) {
        this.units = units;
        this.weeks = weeks;
    }

    /** Takes over this version of a booking, unless the same or a newer one is known already. */
    @Transactional(TxType.MANDATORY)
    void follow(UUID bookingId, long version, UnitFacts newest) {
        if (units.add(bookingId, version, newest)) {
            weeks.add(newest.admissionId(), newest.week(), newest.share());
            return;
        }
        var unit = units.lock(bookingId);
        if (unit.knows(version)) {
            return;
        }
        var older = unit.facts();
        unit.follow(version, newest);
        weeks.add(older.admissionId(), older.week(), older.share().negated());
        weeks.add(newest.admissionId(), newest.week(), newest.share());
    }
}
