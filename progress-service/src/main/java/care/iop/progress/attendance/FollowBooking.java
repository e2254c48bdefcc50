package care.iop.progress.attendance;

import care.iop.chassis.inbox.PoisonEventException;
import care.iop.progress.partition.MonthlyTable;
import care.iop.progress.partition.Months;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Lets the weekly rollup follow one booking: what its older state gave to a week is taken back, what the newer gives is added. */
@ApplicationScoped
class FollowBooking {

    private final AttendanceUnits units;
    private final WeeklyAttendances weeks;
    private final Months months;

    FollowBooking(AttendanceUnits units, WeeklyAttendances weeks, Months months) {
        this.units = units;
        this.weeks = weeks;
        this.months = months;
    }

    /** Takes over this version of a booking; false when the same or a newer one is known already. */
    @Transactional(TxType.MANDATORY)
    boolean follow(UUID bookingId, long version, UnitFacts newest) {
        if (!months.reach(newest.sessionOn())) {
            throw new PoisonEventException("sessionOn is more than " + Months.YEARS_AROUND + " years away");
        }
        months.open(MonthlyTable.ATTENDANCE_UNIT, newest.sessionOn());
        if (units.add(bookingId, version, newest)) {
            weeks.apply(WeekChange.adding(newest));
            return true;
        }
        var before = units.lock(bookingId);
        if (before.knows(version)) {
            return false;
        }
        units.replace(bookingId, before, version, newest);
        Stream.of(WeekChange.takingBack(before.facts()), WeekChange.adding(newest))
                .sorted(WeekChange.LOCK_ORDER)
                .forEach(weeks::apply);
        return true;
    }

    /**
     * Lets a booking say what it must say in this version, whatever it said, and leaves the weeks to be counted anew.
     *
     * @return the admissions whose weeks that changes; none when a newer version is known
     */
    @Transactional(TxType.MANDATORY)
    Set<UUID> mend(UUID bookingId, long version, UnitFacts facts) {
        months.open(MonthlyTable.ATTENDANCE_UNIT, facts.sessionOn());
        if (units.add(bookingId, version, facts)) {
            return Set.of(facts.admissionId());
        }
        var before = units.lock(bookingId);
        if (before.version() > version) {
            return Set.of();
        }
        units.replace(bookingId, before, version, facts);
        return new HashSet<>(List.of(before.facts().admissionId(), facts.admissionId()));
    }
}
