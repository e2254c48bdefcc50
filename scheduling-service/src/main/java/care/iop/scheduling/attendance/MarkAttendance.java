package care.iop.scheduling.attendance;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.outbox.Outbox;
import care.iop.scheduling.booking.AttendanceMark;
import care.iop.scheduling.booking.AttendanceRules;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records what became of a booked session, or corrects it; each time the booking keeps it, the history grows, and it is told. */
@ApplicationScoped
class MarkAttendance {

    private final Bookings bookings;
    private final RecordedMarks marks;
    private final AttendanceRules rules;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    MarkAttendance(
            Bookings bookings,
            RecordedMarks marks,
            AttendanceRules rules,
            Outbox outbox,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.bookings = bookings;
        this.marks = marks;
        this.rules = rules;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records the first mark. Of two who do it at once, the second is refused. */
    @Transactional
    Booking record(UUID bookingId, AttendanceMark mark) {
        var booking = bookings.requireLocked(bookingId);
        var now = clock.instant();
        booking.record(mark, rules, now);
        keep(booking, mark, now);
        return booking;
    }

    /** Corrects the mark that the caller has read. */
    @Transactional
    Booking correct(UUID bookingId, @Nullable String ifMatch, AttendanceMark mark) {
        var booking = bookings.requireLocked(bookingId);
        IfMatch.require(ifMatch, booking.version());
        var now = clock.instant();
        booking.correct(mark, rules, now);
        keep(booking, mark, now);
        return booking;
    }

    private void keep(Booking booking, AttendanceMark mark, Instant now) {
        marks.persist(new RecordedMark(ids.next(), booking, mark, now, caller.subject()));
        bookings.flush();
        outbox.add(AttendanceRecorded.of(booking));
        audit.wrote("Attendance", booking.id(), booking.patientId());
    }
}
