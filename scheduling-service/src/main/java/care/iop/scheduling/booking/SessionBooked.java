package care.iop.scheduling.booking;

import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.scheduling.program.SessionKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client has a seat in a session. Told again, with a newer version, when the booking has moved.
 *
 * @param makeUpFor the booking of the missed session that this one makes up for
 * @param track the track that the client was on when the seat was taken; null in bookings from before it was kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionBooked(
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
        @Nullable UUID makeUpFor,
        @Nullable BookedTrack track) {

    static final String TOPIC = "scheduling.session.v1";
    static final String TYPE = "care.iop.scheduling.session-booked.v1";

    static OutgoingEvent of(Booking booking) {
        var time = booking.time();
        return new OutgoingEvent(
                TOPIC,
                TYPE,
                booking.id(),
                booking.version(),
                new SessionBooked(
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
                        booking.makeUpFor().orElse(null),
                        booking.track().orElse(null)));
    }
}
