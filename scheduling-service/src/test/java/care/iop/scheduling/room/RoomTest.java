package care.iop.scheduling.room;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A room can be revised and taken out of use as far as its sessions allow. */
@ServiceTest
class RoomTest {

    private static DemoProgram program;
    private static String room;

    @BeforeEach
    void bookARoom() {
        if (program != null) {
            return;
        }
        program = Clinic.demoProgram(RIVERSIDE);
        room = scheduler(RIVERSIDE)
                .body(data("GROUP", 8))
                .post("/api/rooms")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var series = new HashMap<>(Clinic.series(program.id(), "CHECK_IN", "MORNING", "10:00"));
        series.putAll(Map.of("roomId", room, "rrule", "FREQ=WEEKLY;BYDAY=TU", "durationMinutes", 60));
        String id = scheduler(RIVERSIDE)
                .body(series)
                .post("/api/session-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (int i = 0; i < 2; i++) {
            Clinic.book(
                            Clinic.admit(program),
                            UUID.fromString(id),
                            Clinic.weekAhead().plusDays(1))
                    .then()
                    .statusCode(201);
        }
    }

    private static Map<String, Object> data(String type, int capacity) {
        return Map.of("programId", program.id(), "name", "Attic", "type", type, "capacity", capacity);
    }

    private static Response revise(Map<String, Object> data, String version) {
        return scheduler(RIVERSIDE).header("If-Match", version).body(data).put("/api/rooms/{id}", room);
    }

    private static Response retire(String day) {
        return scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("retiredOn", day))
                .put("/api/rooms/{id}/retirement", room);
    }

    @Test
    void keepsTheSeatsAndTheTypeThatItsSessionsNeed() {
        // when, then: two clients and the clinician
        revise(data("GROUP", 2), "*").then().statusCode(409).body("type", equalTo("/problems/room-in-use"));
        revise(data("GROUP", 3), "*").then().statusCode(200).body("capacity", equalTo(3));
        revise(data("OFFICE", 3), "*")
                .then()
                .statusCode(409)
                .body(
                        "errors.pointer",
                        contains("/sessions/" + Clinic.weekAhead().plusDays(1)));
        revise(data("GROUP", 9), "\"99\"").then().statusCode(412);
        scheduler(RIVERSIDE)
                .body(data("GROUP", 9))
                .put("/api/rooms/{id}", room)
                .then()
                .statusCode(428);
    }

    @Test
    void isTakenOutOfUseAfterItsLastSession() {
        // given
        var tuesday = Clinic.weekAhead().plusDays(1);

        // when, then
        retire(tuesday.toString()).then().statusCode(409).body("type", equalTo("/problems/room-in-use"));
        retire(tuesday.plusDays(1).toString())
                .then()
                .statusCode(200)
                .body("retiredOn", equalTo(tuesday.plusDays(1).toString()));
    }
}
