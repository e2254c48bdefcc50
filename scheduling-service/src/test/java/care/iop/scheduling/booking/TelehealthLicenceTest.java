package care.iop.scheduling.booking;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By video a client is treated by who is licensed in the state where the client is, on that day. */
@ServiceTest
class TelehealthLicenceTest {

    private static final LocalDate SATURDAY = Clinic.weekAhead().plusDays(5);

    private static DemoProgram program;
    private static UUID byVideo;
    private static UUID inPerson;

    @BeforeEach
    void openProgram() {
        if (program != null) {
            return;
        }
        program = Clinic.demoProgram(RIVERSIDE);
        var data =
                new HashMap<>(Clinic.clinicianData(program.id(), "Robin Sample", List.of("GROUP"), "08:00", "17:00"));
        data.put(
                "licences",
                List.of(Map.of(
                        "state", "NJ", "number", "77", "validFrom", "2020-01-01", "validUntil", SATURDAY.toString())));
        String robin = scheduler(RIVERSIDE)
                .body(data)
                .post("/api/clinicians")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        byVideo = series(robin, true, "11:00");
        inPerson = series(robin, false, "14:00");
    }

    private static UUID series(String facilitator, boolean tele, String at) {
        var data = new HashMap<>(Clinic.series(program.id(), "CHECK_IN", "MORNING", at));
        data.putAll(Map.of(
                "facilitatorId", facilitator, "tele", tele, "rrule", "FREQ=WEEKLY;BYDAY=SA", "durationMinutes", 60));
        return UUID.fromString(scheduler(RIVERSIDE)
                .body(data)
                .post("/api/session-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static Client clientIn(String state) {
        var client = Clinic.admit(program);
        prefer(client, Map.of("telehealthState", state)).then().statusCode(200);
        return client;
    }

    private static Response prefer(Client client, Map<String, ?> preferences) {
        return scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(preferences)
                .put("/api/enrollments/{id}/preferences", client.enrollmentId());
    }

    @Test
    void licensedOnTheLastDayOfTheLicenceAndNotAfter() {
        // given
        var client = clientIn("NJ");

        // when
        var onLastDay = Clinic.book(client, byVideo, SATURDAY);
        var after = Clinic.book(client, byVideo, SATURDAY.plusWeeks(1));

        // then
        onLastDay.then().statusCode(201);
        after.then()
                .statusCode(409)
                .body("type", equalTo("/problems/licence-missing"))
                .body("errors[0].detail", containsString("no licence in NJ"));
    }

    @Test
    void anotherStateNeedsAnotherLicenceByVideoOnly() {
        // given
        var client = clientIn("CT");

        // when, then
        Clinic.book(client, byVideo, SATURDAY).then().statusCode(409);
        Clinic.book(client, inPerson, SATURDAY).then().statusCode(201);
    }

    @Test
    void nothingIsCheckedWhileNobodyKnowsTheState() {
        // given
        var client = Clinic.admit(program);

        // when, then
        Clinic.book(client, byVideo, SATURDAY).then().statusCode(201);
    }
}
