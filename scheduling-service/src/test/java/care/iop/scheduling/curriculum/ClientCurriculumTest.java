package care.iop.scheduling.curriculum;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.clinician;
import static care.iop.scheduling.Clinic.scheduler;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import care.iop.chassis.testing.TestTokens;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.ServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client's own path through what the groups teach. */
@ServiceTest
class ClientCurriculumTest {

    private static Map<String, String> module(String code) {
        return Map.of("code", code, "title", code + " and what helps");
    }

    @Test
    void saysWhatWasTaughtMissedAndIsStillToCome() {
        // given: last week taught TRIGGERS on Monday and CRAVINGS on Tuesday; the client came on Monday only
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admit(program);
        var lastWeek = Clinic.lastWeek();
        var data = new HashMap<>(Clinic.series(program.id(), "CHECK_IN", "MORNING", "10:00"));
        data.putAll(Map.of("rrule", "FREQ=WEEKLY;BYDAY=MO,TU", "durationMinutes", 60, "tele", true));
        String series = scheduler(RIVERSIDE)
                .body(data)
                .post("/api/session-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of(
                        "startsOn",
                        lastWeek.toString(),
                        "modules",
                        List.of(module("TRIGGERS"), module("CRAVINGS"), module("REFUSAL"), module("SLEEP"))))
                .put("/api/session-series/{id}/curriculum", series)
                .then()
                .statusCode(200);
        var id = UUID.fromString(series);
        String monday = Clinic.book(client, id, lastWeek)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String tuesday = Clinic.book(client, id, lastWeek.plusDays(1))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        mark(monday, "ATTENDED");
        mark(tuesday, "NO_SHOW");
        // Two weeks on, Monday teaches TRIGGERS again and Tuesday CRAVINGS; a week later REFUSAL and SLEEP.
        Clinic.book(client, id, lastWeek.plusWeeks(5)).then().statusCode(201);
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("plannedEndOn", lastWeek.plusDays(2).toString()))
                .put("/api/enrollments/{id}/planned-end", client.enrollmentId())
                .then()
                .statusCode(200);

        // when
        var read = scheduler(RIVERSIDE).get("/api/enrollments/{id}/curriculum", client.enrollmentId());

        // then
        read.then()
                .statusCode(200)
                .body("modules.code", contains("TRIGGERS", "CRAVINGS", "REFUSAL", "SLEEP"))
                .body("modules.state", contains("COMPLETED", "MISSED", "BOOKED", "OPEN"))
                .body("modules[0].completedOn", equalTo(lastWeek.toString()))
                .body("modules[1].missedOn", contains(lastWeek.plusDays(1).toString()))
                .body("modules.fitsStay", contains(true, false, false, false));
        client.asSelf()
                .get("/api/enrollments/{id}/curriculum", client.enrollmentId())
                .then()
                .statusCode(200);
        Clinic.json(TestTokens.forPatient(RIVERSIDE, UUID.randomUUID()))
                .get("/api/enrollments/{id}/curriculum", client.enrollmentId())
                .then()
                .statusCode(404);
    }

    private static void mark(String booking, String code) {
        clinician(RIVERSIDE)
                .body(Map.of("code", code))
                .post("/api/bookings/{id}/attendance", booking)
                .then()
                .statusCode(201);
    }
}
