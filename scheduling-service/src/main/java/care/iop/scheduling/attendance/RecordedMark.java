package care.iop.scheduling.attendance;

import care.iop.chassis.caller.OfOrganization;
import care.iop.scheduling.booking.AttendanceCode;
import care.iop.scheduling.booking.AttendanceMark;
import care.iop.scheduling.booking.Booking;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One recording or correction of attendance, kept for ever: what, when and by whom. */
@Entity
@Immutable
@Table(name = "attendance_mark")
class RecordedMark {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "booking_id")
    private UUID bookingId;

    @Column(name = "patient_id")
    private UUID patientId;

    @Enumerated(EnumType.STRING)
    private AttendanceCode code;

    private @Nullable Integer minutesLate;
    private @Nullable Integer minutesPresent;
    private int deliveredMinutes;
    private @Nullable Instant notifiedAt;
    private @Nullable String reason;
    private Instant markedAt;
    private String markedBy;

    @SuppressWarnings("NullAway.Init")
    protected RecordedMark() {}

    @SuppressWarnings("NullAway.Init")
    RecordedMark(UUID id, Booking booking, AttendanceMark mark, Instant markedAt, String markedBy) {
        this.id = id;
        this.bookingId = booking.id();
        this.patientId = booking.patientId();
        this.code = mark.code();
        this.minutesLate = mark.minutesLate();
        this.minutesPresent = mark.minutesPresent();
        this.deliveredMinutes = booking.deliveredMinutes();
        this.notifiedAt = mark.notifiedAt();
        this.reason = mark.reason();
        this.markedAt = markedAt;
        this.markedBy = markedBy;
    }

    AttendanceView.Mark view() {
        return new AttendanceView.Mark(
                code, minutesLate, minutesPresent, deliveredMinutes, notifiedAt, reason, markedAt, markedBy);
    }
}
