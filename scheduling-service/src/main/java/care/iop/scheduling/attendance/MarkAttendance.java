package care.iop.scheduling.attendance;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.booking.AttendanceMark;
import care.iop.scheduling.booking.AttendanceRules;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
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
        if (booking.deliveredMinutes() > 0 && bookings.isMadeUp(bookingId)) {
            throw new ProblemException(
                    SchedulingProblem.MISSED_SESSION_MADE_UP,
                    "What was delivered needs no make-up. Cancel the make-up first, or correct that one.");
        }
        keep(booking, mark, now);
        return booking;
    }

    /**
     * Records a whole group: all marks or, with everything that is wrong, none. A mark that is recorded already just so is
     * left as it is, so that the same request can be sent again.
     */
    @Transactional
    List<Booking> recordGroup(UUID sessionId, GroupAttendanceRequest request) {
        var group = bookings.bookedInLocked(sessionId);
        var now = clock.instant();
        var faults = new ArrayList<FieldProblem>();
        var marks = new LinkedHashMap<Booking, AttendanceMark>();
        var fresh = new ArrayList<Booking>();
        for (int i = 0; i < request.marks().size(); i++) {
            var mark = request.marks().get(i);
            var pointer = "/marks/" + i;
            var booking = group.stream()
                    .filter(one -> one.id().equals(mark.bookingId()))
                    .findFirst();
            if (booking.isEmpty()) {
                faults.add(new FieldProblem(pointer + "/bookingId", "must be a booking of this session"));
            } else if (marks.containsKey(booking.get())) {
                faults.add(new FieldProblem(pointer + "/bookingId", "must not be there twice"));
            } else {
                marks.put(booking.get(), mark.mark());
                if (!booking.get().isRecordedAs(mark.mark())) {
                    record(booking.get(), mark.mark(), pointer, now, faults);
                    fresh.add(booking.get());
                }
            }
        }
        var others = request.others();
        if (others != null) {
            for (var booking : group) {
                if (!marks.containsKey(booking) && booking.attendance().isEmpty()) {
                    var mark = new AttendanceMark(others, null, null, null, null);
                    marks.put(booking, mark);
                    record(booking, mark, "/others", now, faults);
                    fresh.add(booking);
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    SchedulingProblem.GROUP_NOT_MARKED, "Correct these and send all marks again.", faults);
        }
        for (var booking : fresh) {
            keep(booking, Objects.requireNonNull(marks.get(booking)), now);
        }
        return group;
    }

    private void record(Booking booking, AttendanceMark mark, String pointer, Instant now, List<FieldProblem> faults) {
        try {
            booking.record(mark, rules, now);
        } catch (ProblemException refused) {
            if (refused.errors().isEmpty()) {
                faults.add(new FieldProblem(pointer, refused.type().title() + ". " + refused.getMessage()));
            }
            for (var error : refused.errors()) {
                faults.add(new FieldProblem(pointer + error.pointer(), error.detail()));
            }
        }
    }

    private void keep(Booking booking, AttendanceMark mark, Instant now) {
        marks.persist(new RecordedMark(ids.next(), booking, mark, now, caller.subject()));
        bookings.flush();
        outbox.add(AttendanceRecorded.of(booking));
        audit.wrote("Attendance", booking.id(), booking.patientId());
    }
}
