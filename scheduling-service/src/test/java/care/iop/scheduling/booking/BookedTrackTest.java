package care.iop.scheduling.booking;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.clinician;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.ServiceTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every event of a booking tells the track that the client was on when the seat was taken. */
@ServiceTest
class BookedTrackTest {

    @Test
    void trackOfTheDayIsToldAndStaysWhenTheClientMoves() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admit(program);
        var anywhen = booked(client, "MORNING", 0);
        moveTo(client, "MORNING");
        var morning = booked(client, "MORNING", 2);

        // when
        moveTo(client, "EVENING");
        clinician(RIVERSIDE)
                .body(Map.of("code", "ATTENDED"))
                .post("/api/bookings/{id}/attendance", morning)
                .then()
                .statusCode(201);
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("reason", "CLIENT_REQUEST", "forced", true))
                .post("/api/bookings/{id}/cancellation", anywhen)
                .then()
                .statusCode(200);

        // then
        try (var kafka = KafkaProbe.connect()) {
            assertThat(track(kafka, SessionBooked.TOPIC, SessionBooked.TYPE, anywhen))
                    .isEqualTo("ANY");
            assertThat(track(kafka, SessionBooked.TOPIC, SessionBooked.TYPE, morning))
                    .isEqualTo("MORNING");
            assertThat(track(kafka, "scheduling.attendance.v1", "care.iop.scheduling.attendance-recorded.v1", morning))
                    .isEqualTo("MORNING");
            assertThat(track(kafka, SessionBookingCancelled.TOPIC, SessionBookingCancelled.TYPE, anywhen))
                    .isEqualTo("ANY");
        }
    }

    private static String booked(Client client, String series, int daysOn) {
        var response = Clinic.book(
                client, client.program().series().get(series), Clinic.lastWeek().plusDays(daysOn));
        response.then().statusCode(201);
        return response.path("id");
    }

    private static void moveTo(Client client, String track) {
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("track", track, "reason", "Starts work at 08:00"))
                .put("/api/enrollments/{id}/track", client.enrollmentId())
                .then()
                .statusCode(200);
    }

    private static String track(KafkaProbe kafka, String topic, String type, String booking) {
        return kafka.awaitEvent(topic, type, UUID.fromString(booking))
                .data()
                .path("track")
                .asText();
    }
}
