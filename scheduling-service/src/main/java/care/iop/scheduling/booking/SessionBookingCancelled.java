package care.iop.scheduling.booking;

import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.scheduling.program.SessionKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client's seat in a session was given up before attendance was recorded.
 *
 * @param track the track that the client was on when the seat was taken; null in bookings from before it was kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionBookingCancelled(
        UUID bookingId,
        UUID sessionId,
        UUID admissionId,
        UUID patientId,
        UUID programId,
        SessionKind kind,
        Instant startsAt,
        Instant endsAt,
        LocalDate sessionOn,
        String zone,
        int plannedMinutes,
        @Nullable BookedTrack track) {

    static final String TOPIC = SessionBooked.TOPIC;
    static final String TYPE = "care.iop.scheduling.session-booking-cancelled.v1";

    static OutgoingEvent of(Booking booking) {
        var time = booking.time();
        return new OutgoingEvent(
                TOPIC,
                TYPE,
                booking.id(),
                booking.version(),
                new SessionBookingCancelled(
                        booking.id(),
                        booking.sessionId(),
                        booking.enrollmentId(),
                        booking.patientId(),
                        booking.programId(),
                        booking.kind(),
                        time.startsAt(),
                        time.endsAt(),
                        time.sessionOn(),
                        time.zone(),
                        time.plannedMinutes(),
                        booking.track().orElse(null)));
    }
}
