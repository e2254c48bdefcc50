package care.iop.scheduling.clinician;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a clinician may do where, when they rest, and when they are away. */
@ServiceTest
class ClinicianTest {

    private static DemoProgram program;

    @BeforeEach
    void openProgram() {
        if (program == null) {
            program = Clinic.demoProgram(RIVERSIDE);
        }
    }

    private static Map<String, Object> rowan() {
        return new HashMap<>(
                Clinic.clinicianData(program.id(), "Rowan Sample", List.of("THERAPIST", "GROUP"), "08:00", "17:00"));
    }

    private static Response enter(Map<String, Object> clinician) {
        return scheduler(RIVERSIDE).body(clinician).post("/api/clinicians");
    }

    private static String entered() {
        return enter(rowan()).then().statusCode(201).extract().path("id");
    }

    /** A weekly hour that the clinician leads. */
    private static void booked(String clinician) {
        var series = new HashMap<>(Clinic.series(program.id(), "CHECK_IN", "MORNING", "10:00"));
        series.putAll(Map.of(
                "facilitatorId", clinician, "rrule", "FREQ=WEEKLY;BYDAY=TU", "durationMinutes", 60, "tele", true));
        String id = scheduler(RIVERSIDE)
                .body(series)
                .post("/api/session-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Clinic.book(
                        Clinic.admit(program),
                        UUID.fromString(id),
                        Clinic.weekAhead().plusDays(1))
                .then()
                .statusCode(201);
    }

    @Test
    void factsAreKeptAndStayWhenAnUpdateLeavesThemOut() {
        // given
        var data = rowan();
        data.put("breaks", List.of(Map.of("day", "MONDAY", "from", "12:00", "until", "12:30")));
        data.put("languages", List.of("es", "en"));
        data.put(
                "licences",
                List.of(Map.of(
                        "state", "NY", "number", "084213", "validFrom", "2025-07-01", "validUntil", "2027-06-30")));
        data.put("caseloadCap", 25);
        String id = enter(data).then().statusCode(201).extract().path("id");

        // when
        var revised =
                scheduler(RIVERSIDE).header("If-Match", "\"0\"").body(rowan()).put("/api/clinicians/{id}", id);

        // then
        revised.then()
                .statusCode(200)
                .body("breaks", hasSize(1))
                .body("languages", contains("en", "es"))
                .body("licences.state", contains("NY"))
                .body("caseloadCap", equalTo(null));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        // given
        var data = rowan();
        data.put("targetWeeklyMinutes", 2500);
        data.put("breaks", List.of(Map.of("day", "MONDAY", "from", "16:45", "until", "17:15")));
        data.put(
                "licences",
                List.of(Map.of("state", "NY", "number", "1", "validFrom", "2026-07-01", "validUntil", "2026-06-30")));

        // when
        var response = enter(data);

        // then
        response.then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/targetWeeklyMinutes", "/breaks/0", "/licences/0/validUntil"));
    }

    @Test
    void timeOffIsRefusedWithTheSessionsUnlessTheyStay() {
        // given
        var id = entered();
        booked(id);
        var tuesday = Clinic.weekAhead().plusDays(1).toString();
        var day = new HashMap<String, Object>(Map.of("firstOn", tuesday, "lastOn", tuesday, "reason", "SICKNESS"));
        var before = new HashMap<>(day);
        before.putAll(Map.of("from", "08:00", "until", "10:00"));

        // when
        var refused = scheduler(RIVERSIDE).body(day).post("/api/clinicians/{id}/time-off", id);
        var hoursBefore = scheduler(RIVERSIDE).body(before).post("/api/clinicians/{id}/time-off", id);
        day.put("sessionsStay", true);
        var recorded = scheduler(RIVERSIDE).body(day).post("/api/clinicians/{id}/time-off", id);

        // then
        refused.then()
                .statusCode(409)
                .body("type", equalTo("/problems/clinician-in-use"))
                .body("errors", hasSize(1));
        hoursBefore.then().statusCode(201);
        recorded.then().statusCode(201).body("reason", equalTo("SICKNESS"));
        scheduler(RIVERSIDE)
                .get("/api/clinicians/{id}/time-off", id)
                .then()
                .statusCode(200)
                .body("items", hasSize(2));

        // when
        scheduler(RIVERSIDE)
                .delete("/api/clinicians/{id}/time-off/{timeOff}", id, recorded.<String>path("id"))
                .then()
                .statusCode(204);

        // then
        scheduler(RIVERSIDE).get("/api/clinicians/{id}/time-off", id).then().body("items", hasSize(1));
    }

    @Test
    void timeOffRunsForwardAndNamesHoursOfOneDay() {
        // given
        var id = entered();

        // when
        var response = scheduler(RIVERSIDE)
                .body(Map.of("firstOn", "2027-02-15", "lastOn", "2027-02-14", "from", "09:00", "reason", "TRAINING"))
                .post("/api/clinicians/{id}/time-off", id);

        // then
        response.then().statusCode(422).body("errors.pointer", containsInAnyOrder("/lastOn", "/until"));
    }

    @Test
    void nobodyLeavesWithSessionsLeft() {
        // given
        var id = entered();
        booked(id);
        var tuesday = Clinic.weekAhead().plusDays(1);

        // when, then
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("retiredOn", tuesday.toString()))
                .put("/api/clinicians/{id}/retirement", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/clinician-in-use"));
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("retiredOn", tuesday.plusDays(1).toString()))
                .put("/api/clinicians/{id}/retirement", id)
                .then()
                .statusCode(200)
                .body("retiredOn", equalTo(tuesday.plusDays(1).toString()));
    }

    @Test
    void rosterKeepsTimeOffFree() {
        // given
        var away = Clinic.demoProgram(RIVERSIDE);
        var week = Clinic.weekAhead();
        var rowan = away.clinicians().get("Rowan Sample");
        Clinic.admitAvailable(away, "08:00", "17:00");
        scheduler(RIVERSIDE)
                .body(Map.of(
                        "firstOn", week.toString(), "lastOn", week.plusDays(6).toString(), "reason", "VACATION"))
                .post("/api/clinicians/{id}/time-off", rowan)
                .then()
                .statusCode(201);

        // when
        var run = Clinic.solved(away, week);

        // then
        run.then().body("status", equalTo("SOLVED"));
        assertThat(run.asString())
                .contains(away.clinicians().get("Emerson Sample").toString())
                .doesNotContain(rowan.toString());
    }

    @Test
    void dailyBreakHasToFitItsPartOfTheDay() {
        // given
        var data = rowan();
        data.put("dailyBreak", Map.of("from", "12:00", "until", "12:30", "minutes", 45));

        // when
        var refused = scheduler(RIVERSIDE).body(data).post("/api/clinicians");
        data.put("dailyBreak", Map.of("from", "12:00", "until", "12:45", "minutes", 45));
        var entered = scheduler(RIVERSIDE).body(data).post("/api/clinicians");

        // then
        refused.then().statusCode(422).body("errors.pointer", contains("/dailyBreak/minutes"));
        entered.then()
                .statusCode(201)
                .body("dailyBreak.minutes", equalTo(45))
                .body("dailyBreak.from", startsWith("12:00"));
    }
}
