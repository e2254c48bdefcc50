package care.iop.scheduling.booking;

import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionTime;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One client's seat in one session, and what became of it. The database refuses a client in two sessions at once, and a
 * seat that the session doesn't have.
 */
@Entity
public class Booking {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    private UUID sessionId;
    private UUID enrollmentId;
    /** As the enrollment has it; a merge of patients changes it past this class. */
    @Column(updatable = false)
    private UUID patientId;

    private UUID programId;
    private @Nullable UUID rosterRunId;

    @Enumerated(EnumType.STRING)
    private SessionKind kind;

    private LocalDate sessionOn;
    private Instant startsAt;
    private Instant endsAt;
    private String zone;

    @Enumerated(EnumType.STRING)
    private BookingStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable CancellationReason cancellation;

    @Enumerated(EnumType.STRING)
    private @Nullable AttendanceCode attendance;

    private @Nullable Integer minutesLate;
    private @Nullable Integer minutesPresent;
    private @Nullable Integer deliveredMinutes;

    @SuppressWarnings("NullAway.Init")
    protected Booking() {}

    @SuppressWarnings("NullAway.Init")
    Booking(UUID id, Enrollment enrollment, Session session, @Nullable UUID rosterRunId) {
        enrollment.requireActive();
        var time = session.time();
        this.id = id;
        this.sessionId = session.id();
        this.enrollmentId = enrollment.id();
        this.patientId = enrollment.patientId();
        this.programId = session.programId();
        this.rosterRunId = rosterRunId;
        this.kind = session.kind();
        this.sessionOn = time.sessionOn();
        this.startsAt = time.startsAt();
        this.endsAt = time.endsAt();
        this.zone = time.zone();
        this.status = BookingStatus.BOOKED;
    }

    /** Gives the seat up. Within the notice period only when forced: an absence is attendance then, not a cancellation. */
    void cancel(CancellationReason reason, boolean forced, AttendanceRules rules, Instant now) {
        requireBooked();
        if (attendance != null) {
            throw new ProblemException(
                    SchedulingProblem.ATTENDANCE_RECORDED,
                    "A session that is marked " + attendance + " can't be cancelled. Maybe correct the attendance.");
        }
        if (!forced && rules.isShortNotice(time(), now)) {
            throw new ProblemException(
                    SchedulingProblem.NOTICE_TOO_SHORT,
                    "The session starts at " + startsAt
                            + ". Record EXCUSED, LATE_CANCEL or CANCELLED_BY_PROGRAM, or force it.");
        }
        this.status = BookingStatus.CANCELLED;
        this.cancellation = reason;
    }

    /** Follows its session to another time. */
    void follow(SessionTime time) {
        requireBooked();
        this.sessionOn = time.sessionOn();
        this.startsAt = time.startsAt();
        this.endsAt = time.endsAt();
        this.zone = time.zone();
    }

    /** Records what became of the session, for the first time. */
    public void record(AttendanceMark mark, AttendanceRules rules, Instant now) {
        requireBooked();
        if (attendance != null) {
            throw new ProblemException(
                    SchedulingProblem.ATTENDANCE_RECORDED,
                    "It is " + attendance + ". Correct it with PUT, If-Match and a reason.");
        }
        take(mark, rules, now);
    }

    /** Corrects what was recorded, by a legal move and with a reason. */
    public void correct(AttendanceMark mark, AttendanceRules rules, Instant now) {
        requireBooked();
        var recorded = attendance;
        if (recorded == null) {
            throw new ProblemException(SchedulingProblem.ATTENDANCE_NOT_RECORDED, "Record it with POST first.");
        }
        if (!recorded.corrections().contains(mark.code())) {
            throw new ProblemException(
                    SchedulingProblem.ATTENDANCE_MOVE_NOT_ALLOWED,
                    "%s can be corrected to %s, not to %s.".formatted(recorded, recorded.corrections(), mark.code()));
        }
        if (mark.reason() == null) {
            throw ProblemException.invalid("/reason", "is needed for a correction");
        }
        take(mark, rules, now);
    }

    private void take(AttendanceMark mark, AttendanceRules rules, Instant now) {
        rules.requireSound(mark, time(), now);
        this.attendance = mark.code();
        this.minutesLate = mark.minutesLate();
        this.minutesPresent = mark.minutesPresent();
        this.deliveredMinutes = rules.deliveredMinutes(mark, time().plannedMinutes());
    }

    private void requireBooked() {
        if (status != BookingStatus.BOOKED) {
            throw new ProblemException(
                    SchedulingProblem.BOOKING_CANCELLED, "It was cancelled for " + cancellation + ". Book again.");
        }
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID sessionId() {
        return sessionId;
    }

    /** The enrollment, whose identifier is the admission's. */
    public UUID enrollmentId() {
        return enrollmentId;
    }

    public UUID patientId() {
        return patientId;
    }

    public UUID programId() {
        return programId;
    }

    public SessionKind kind() {
        return kind;
    }

    public BookingStatus status() {
        return status;
    }

    /** The roster that made it; empty when booked by hand. */
    public Optional<UUID> rosterRunId() {
        return Optional.ofNullable(rosterRunId);
    }

    /** When the session is. */
    public SessionTime time() {
        return new SessionTime(sessionOn, startsAt, endsAt, zone);
    }

    /** What became of it; empty as long as nothing is recorded. */
    public Optional<AttendanceCode> attendance() {
        return Optional.ofNullable(attendance);
    }

    /** Minutes of treatment delivered, whole; 0 as long as nothing is recorded. */
    public int deliveredMinutes() {
        return deliveredMinutes == null ? 0 : deliveredMinutes;
    }

    BookingView view() {
        return new BookingView(
                id,
                sessionId,
                enrollmentId,
                patientId,
                programId,
                kind,
                sessionOn,
                startsAt,
                endsAt,
                zone,
                time().plannedMinutes(),
                status,
                cancellation,
                attendance,
                minutesLate,
                minutesPresent,
                deliveredMinutes,
                rosterRunId);
    }
}
