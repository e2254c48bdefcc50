package care.iop.progress.attendance;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What marks of attendance make the rules do; both sides of each threshold are in PresenceRulesTest. */
@ServiceTest
class NoShowAlertsTest {

    private static final int PLANNED = 180;

    @Inject
    Clock clock;

    @Inject
    Database database;

    private Client client;
    private LocalDate today;

    @BeforeEach
    void admit() {
        client = Clinic.admit(RIVERSIDE);
        today = LocalDate.now(clock);
    }

    @Test
    void noShowsInARowCallMoreUrgently() {
        // when
        mark(today.minusDays(4), "NO_SHOW");
        mark(today.minusDays(3), "EXCUSED");
        mark(today.minusDays(2), "NO_SHOW");

        // then
        alerts().then()
                .body("items.severity", contains("MEDIUM", "HIGH"))
                .body("items.signal", contains("NO_SHOW", "CONSECUTIVE_NO_SHOWS"));
    }

    @Test
    void attendedSessionEndsTheRow() {
        // when
        mark(today.minusDays(3), "NO_SHOW");
        mark(today.minusDays(2), "ATTENDED");
        database.change(
                "update alert set raised_at = raised_at - interval '2 days' where patient_id = ?", client.patientId());
        mark(today.minusDays(1), "NO_SHOW");

        // then
        alerts().then().body("items.signal", contains("NO_SHOW", "NO_SHOW"));
    }

    @Test
    void excusedAbsenceAndTheLongPastCallNobody() {
        // when
        mark(today.minusDays(1), "EXCUSED");
        mark(today.minusDays(1), "LATE_CANCEL");
        mark(today.minusDays(9), "NO_SHOW");

        // then
        alerts().then().body("items", empty());
    }

    private void mark(LocalDate sessionOn, String code) {
        var event = Bookings.marked(
                client, UUID.randomUUID(), 1, sessionOn, PLANNED, code, code.equals("ATTENDED") ? PLANNED : 0);
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish("scheduling.attendance.v1", event);
        }
        database.awaitHandled(event.id());
    }

    private Response alerts() {
        return clinician(RIVERSIDE).queryParam("patientId", client.patientId()).get("/api/alerts");
    }
}
