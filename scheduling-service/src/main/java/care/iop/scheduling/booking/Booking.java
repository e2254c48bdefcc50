package care.iop.scheduling.booking;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionTime;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One client's seat in one session, and what became of it. The database refuses a client in two sessions at once, and a
 * seat that the session doesn't have. A change writes only its own columns: the database does more when a seat changes hands.
 */
@Entity
@DynamicUpdate
public class Booking {

    @Id
    private UUID id;

    @OfOrganization
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
    private SeatStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable CancellationReason cancellation;

    @Enumerated(EnumType.STRING)
    private @Nullable AttendanceCode attendance;

    private @Nullable Integer minutesLate;
    private @Nullable Integer minutesPresent;
    private @Nullable Integer deliveredMinutes;

    private @Nullable Instant heldUntil;
    private @Nullable UUID bookingSeriesId;
    private @Nullable Integer seriesItem;
    private @Nullable Instant originalStartsAt;
    private @Nullable UUID makeUpFor;

    /** Of the enrollment when the seat was taken; null in bookings from before it was kept. */
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private @Nullable BookedTrack track;

    /** Counts the changes of time, place and status, as calendars need it. */
    private int sequence;

    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Booking() {}

    @SuppressWarnings("NullAway.Init")
    private Booking(UUID id, Seat seat, Instant now) {
        var enrollment = seat.enrollment();
        var session = seat.session();
        enrollment.requireActive();
        var time = session.time();
        this.id = id;
        this.sessionId = session.id();
        this.enrollmentId = enrollment.id();
        this.patientId = enrollment.patientId();
        this.programId = session.programId();
        this.kind = session.kind();
        this.sessionOn = time.sessionOn();
        this.startsAt = time.startsAt();
        this.endsAt = time.endsAt();
        this.zone = time.zone();
        this.makeUpFor = seat.makeUpFor();
        this.track = BookedTrack.of(enrollment.preferences().track());
        this.changedAt = now;
        var place = seat.place();
        if (place != null) {
            this.bookingSeriesId = place.bookingSeriesId();
            this.seriesItem = place.item();
            this.originalStartsAt = time.startsAt();
        }
    }

    /** A seat that is booked at once. */
    static Booking booked(UUID id, Seat seat, @Nullable UUID rosterRunId, Instant now) {
        var booking = new Booking(id, seat, now);
        booking.status = SeatStatus.BOOKED;
        booking.rosterRunId = rosterRunId;
        return booking;
    }

    /** A seat that is nobody else's until then. */
    static Booking held(UUID id, Seat seat, Instant until, Instant now) {
        var booking = new Booking(id, seat, now);
        booking.status = SeatStatus.HELD;
        booking.heldUntil = until;
        return booking;
    }

    /** Makes a booking of a hold whose time is not over. */
    void confirm(Instant now) {
        switch (status) {
            case HELD -> {
                if (heldUntil != null && !now.isBefore(heldUntil)) {
                    throw holdExpired();
                }
                this.status = SeatStatus.BOOKED;
                this.heldUntil = null;
                changed(now);
            }
            case BOOKED ->
                throw new ProblemException(
                        SchedulingProblem.HOLD_IS_BOOKED, "Nothing is left to do. Cancel the booking to undo it.");
            case CANCELLED, EXPIRED -> throw holdExpired();
        }
    }

    /** Lets a held seat go; of a hold that has ended nothing is left to do. */
    void release(Instant now) {
        switch (status) {
            case HELD -> {
                this.status = SeatStatus.EXPIRED;
                changed(now);
            }
            case BOOKED ->
                throw new ProblemException(SchedulingProblem.HOLD_IS_BOOKED, "Cancel the booking to give the seat up.");
            case CANCELLED, EXPIRED -> {
                // Over already.
            }
        }
    }

    private static ProblemException holdExpired() {
        return new ProblemException(
                SchedulingProblem.HOLD_EXPIRED, "Hold the seat again, or book it if it is still free.");
    }

    /** Takes the client to another session, or follows the client's own session to another time. */
    void moveTo(Session session, boolean forced, AttendanceRules rules, Instant now) {
        requireMovable(forced, rules, now);
        var time = session.time();
        this.sessionId = session.id();
        this.kind = session.kind();
        this.sessionOn = time.sessionOn();
        this.startsAt = time.startsAt();
        this.endsAt = time.endsAt();
        this.zone = time.zone();
        changed(now);
    }

    /** Refuses to move what is over, cancelled or marked; within the notice period only when forced. */
    void requireMovable(boolean forced, AttendanceRules rules, Instant now) {
        requireBooked();
        if (attendance != null) {
            throw new ProblemException(
                    SchedulingProblem.ATTENDANCE_RECORDED,
                    "A session that is marked " + attendance + " can't be moved.");
        }
        if (!forced && rules.isShortNotice(time(), now)) {
            throw new ProblemException(
                    SchedulingProblem.NOTICE_TOO_SHORT,
                    "The session starts at " + startsAt + ". Force it, or leave it.");
        }
    }

    private void changed(Instant now) {
        this.sequence++;
        this.changedAt = now;
    }

    /**
     * Refuses a session that can't make up for this one: of another client or kind, already a make-up itself, not missed, or
     * outside of the week of the missed session and the days after it.
     */
    void requireMadeUpBy(UUID enrollment, SessionKind by, LocalDate on, Duration within) {
        if (!enrollmentId.equals(enrollment)) {
            throw ProblemException.invalid("/makeUpFor", "must be a booking of the same enrollment");
        }
        if (kind != by) {
            throw ProblemException.invalid("/makeUpFor", "must be a missed " + by + " session, but is " + kind);
        }
        if (makeUpFor != null) {
            throw ProblemException.invalid("/makeUpFor", "must not be a make-up itself: what was missed counts once");
        }
        if (!isMissed()) {
            throw ProblemException.invalid(
                    "/makeUpFor",
                    "must be a session of which nothing was delivered, or that was cancelled; record its attendance first");
        }
        var monday = sessionOn.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var last = sessionOn.plusDays(within.toDays());
        if (on.isBefore(monday) || on.isAfter(monday.plusDays(6).isAfter(last) ? monday.plusDays(6) : last)) {
            throw ProblemException.invalid(
                    "/makeUpFor",
                    "must be of the same week, or at most " + within.toDays() + " days before the make-up; it was on "
                            + sessionOn);
        }
    }

    private boolean isMissed() {
        return status == SeatStatus.CANCELLED
                ? cancellation == CancellationReason.CLIENT_REQUEST || cancellation == CancellationReason.PROGRAM_CHANGE
                : attendance != null && deliveredMinutes() == 0;
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
                    "The session starts at " + startsAt + ". By the notice rule it is "
                            + rules.whenClientCancels(time(), now)
                            + " as attendance, or CANCELLED_BY_PROGRAM; or force the cancellation.");
        }
        this.status = SeatStatus.CANCELLED;
        this.cancellation = reason;
        changed(now);
    }

    /** Follows its session to another time; a hold does so, too, and lasts as long as before. */
    void follow(SessionTime time, Instant now) {
        if (status != SeatStatus.HELD) {
            requireBooked();
        }
        this.sessionOn = time.sessionOn();
        this.startsAt = time.startsAt();
        this.endsAt = time.endsAt();
        this.zone = time.zone();
        changed(now);
    }

    /** Ends with its session, which will not be. */
    void goWithSession(AttendanceRules rules, Instant now) {
        if (status == SeatStatus.HELD) {
            release(now);
        } else {
            cancel(CancellationReason.PROGRAM_CHANGE, true, rules, now);
        }
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
        switch (status) {
            case BOOKED -> {
                // As it should be.
            }
            case CANCELLED ->
                throw new ProblemException(
                        SchedulingProblem.BOOKING_CANCELLED, "It was cancelled for " + cancellation + ". Book again.");
            case HELD, EXPIRED ->
                throw new ProblemException(
                        SchedulingProblem.BOOKING_NOT_CONFIRMED, "Make a booking of the hold first, or book again.");
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

    /** Whether the client has the seat; a hold is no booking. */
    public BookingStatus status() {
        return isBooked() ? BookingStatus.BOOKED : BookingStatus.CANCELLED;
    }

    /** How it stands for whoever asks only whether the client came. */
    public BookingOutcome outcome() {
        return BookingOutcome.of(status(), attendance);
    }

    /** Whether it is, or was, more than a hold. */
    boolean isMoreThanHold() {
        return status == SeatStatus.BOOKED || status == SeatStatus.CANCELLED;
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

    /** Whether this is what was recorded, so that saying it again changes nothing. */
    public boolean isRecordedAs(AttendanceMark mark) {
        return attendance == mark.code()
                && Objects.equals(minutesLate, mark.minutesLate())
                && Objects.equals(minutesPresent, mark.minutesPresent());
    }

    /** Minutes of treatment delivered, whole; 0 as long as nothing is recorded. */
    public int deliveredMinutes() {
        return deliveredMinutes == null ? 0 : deliveredMinutes;
    }

    /** The series of bookings that it was made with; empty when it was booked alone. */
    public Optional<UUID> bookingSeriesId() {
        return Optional.ofNullable(bookingSeriesId);
    }

    /** Which of the series' items it is of, from 0. */
    public int seriesItem() {
        return seriesItem == null ? 0 : seriesItem;
    }

    /** When it was to start before it was ever moved. */
    public Instant originalStartsAt() {
        return originalStartsAt == null ? startsAt : originalStartsAt;
    }

    /** The missed session that this one makes up for. */
    public Optional<UUID> makeUpFor() {
        return Optional.ofNullable(makeUpFor);
    }

    /** The track that the client was on when the seat was taken; empty in bookings from before it was kept. */
    public Optional<BookedTrack> track() {
        return Optional.ofNullable(track);
    }

    /** Whether the client has the seat: it is booked, neither cancelled nor a hold. */
    public boolean isBooked() {
        return status == SeatStatus.BOOKED;
    }

    /** How often time, place or status have changed. */
    public int sequence() {
        return sequence;
    }

    /** When they last did. */
    public Instant changedAt() {
        return changedAt;
    }

    HoldView hold() {
        if (heldUntil == null) {
            throw new IllegalStateException("the booking is no hold");
        }
        return new HoldView(
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
                heldUntil,
                makeUpFor);
    }

    public BookingView view() {
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
                status(),
                cancellation,
                attendance,
                minutesLate,
                minutesPresent,
                deliveredMinutes,
                rosterRunId,
                bookingSeriesId,
                makeUpFor);
    }
}
