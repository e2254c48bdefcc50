package care.iop.progress.attendance;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.progress.Clinic.Client;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Scheduling's events about bookings. */
public final class Bookings {

    public static final String SESSIONS = "scheduling.session.v1";
    public static final String ATTENDANCE = "scheduling.attendance.v1";

    private Bookings() {}

    public static KafkaProbe.Event booked(
            Client client, UUID bookingId, long version, LocalDate sessionOn, int plannedMinutes) {
        return booking("care.iop.scheduling.session-booked.v1", client, bookingId, version, sessionOn, plannedMinutes);
    }

    public static KafkaProbe.Event cancelled(
            Client client, UUID bookingId, long version, LocalDate sessionOn, int plannedMinutes) {
        return booking(
                "care.iop.scheduling.session-booking-cancelled.v1",
                client,
                bookingId,
                version,
                sessionOn,
                plannedMinutes);
    }

    public static KafkaProbe.Event marked(
            Client client,
            UUID bookingId,
            long version,
            LocalDate sessionOn,
            int plannedMinutes,
            String code,
            int deliveredMinutes) {
        var data = data(client, bookingId, sessionOn, plannedMinutes);
        data.put("sessionId", UUID.randomUUID());
        data.put("programId", client.programId());
        data.put("code", code);
        data.put("deliveredMinutes", deliveredMinutes);
        return KafkaProbe.event("care.iop.scheduling.attendance-recorded.v1", bookingId, client.organization(), data)
                .withVersion(version);
    }

    /** The same as scheduling told it before it told the track. */
    public static KafkaProbe.Event withoutTrack(KafkaProbe.Event event) {
        ((ObjectNode) event.data()).remove("track");
        return event;
    }

    private static KafkaProbe.Event booking(
            String type, Client client, UUID bookingId, long version, LocalDate sessionOn, int plannedMinutes) {
        var data = data(client, bookingId, sessionOn, plannedMinutes);
        data.put("endsAt", sessionOn + "T17:00:00Z");
        return KafkaProbe.event(type, bookingId, client.organization(), data).withVersion(version);
    }

    private static Map<String, Object> data(Client client, UUID bookingId, LocalDate sessionOn, int plannedMinutes) {
        var data = new LinkedHashMap<String, Object>();
        data.put("bookingId", bookingId);
        data.put("admissionId", client.admissionId());
        data.put("patientId", client.patientId());
        data.put("kind", "GROUP");
        data.put("startsAt", sessionOn + "T14:00:00Z");
        data.put("sessionOn", sessionOn);
        data.put("zone", "America/New_York");
        data.put("plannedMinutes", plannedMinutes);
        data.put("track", "MORNING");
        return data;
    }
}
