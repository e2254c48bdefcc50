package care.iop.scheduling.attendance;

import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.scheduling.booking.AttendanceCode;
import care.iop.scheduling.booking.BookedTrack;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.program.SessionKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a booked session was recorded or corrected; the newest holds.
 *
 * @param makeUpFor the booking of the missed session that this one makes up for: together they count once
 * @param track the track that the client was on when the seat was taken; null in bookings from before it was kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttendanceRecorded(
        UUID bookingId,
        UUID sessionId,
        UUID admissionId,
        UUID patientId,
        UUID programId,
        SessionKind kind,
        AttendanceCode code,
        Instant startsAt,
        LocalDate sessionOn,
        String zone,
        int plannedMinutes,
        int deliveredMinutes,
        @Nullable UUID makeUpFor,
        @Nullable BookedTrack track) {

    static final String TOPIC = "scheduling.attendance.v1";
    static final String TYPE = "care.iop.scheduling.attendance-recorded.v1";

    static OutgoingEvent of(Booking booking) {
        var time = booking.time();
        return new OutgoingEvent(
                TOPIC,
                TYPE,
                booking.id(),
                booking.version(),
                new AttendanceRecorded(
                        booking.id(),
                        booking.sessionId(),
                        booking.enrollmentId(),
                        booking.patientId(),
                        booking.programId(),
                        booking.kind(),
                        booking.attendance().orElseThrow(),
                        time.startsAt(),
                        time.sessionOn(),
                        time.zone(),
                        time.plannedMinutes(),
                        booking.deliveredMinutes(),
                        booking.makeUpFor().orElse(null),
                        booking.track().orElse(null)));
    }
}
