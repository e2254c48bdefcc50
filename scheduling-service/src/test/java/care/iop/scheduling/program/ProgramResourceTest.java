package care.iop.scheduling.program;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class ProgramResourceTest {

    private static Response open(Map<String, Object> program) {
        return scheduler(RIVERSIDE).body(program).post("/api/programs");
    }

    private static Map<String, Object> with(String field, Object value) {
        var program = new HashMap<>(Clinic.program(null));
        program.put(field, value);
        return program;
    }

    @Test
    void sameIdentifierOpensOnce() {
        // given
        var id = UUID.randomUUID();
        open(Clinic.program(id)).then().statusCode(201).header("ETag", "\"0\"");

        // when
        var again = open(Clinic.program(id));

        // then
        again.then().statusCode(409).body("type", equalTo("/problems/program-exists"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EST5", "+05:00", "Mars/Olympus", "america/new_york", "Z"})
    void zoneIsOneOfTheTimeZoneDatabase(String zone) {
        // when
        var response = open(with("zone", zone));

        // then
        response.then().statusCode(422).body("errors[0].pointer", equalTo("/zone"));
    }

    @Test
    void partsMustFitEachOther() {
        // given
        var twice = List.of(
                Map.of("track", "MORNING", "from", "09:00", "until", "12:00"),
                Map.of("track", "MORNING", "from", "13:00", "until", "16:00"));
        var backward = List.of(Map.of("track", "MORNING", "from", "12:00", "until", "09:00"));
        var sameDay = List.of(
                Map.of("closedOn", "2026-11-26", "reason", "Thanksgiving"),
                Map.of("closedOn", "2026-11-26", "reason", "Thanksgiving"));
        var checkIn = List.of(Map.of("kind", "CHECK_IN", "minutes", 60, "timesPerWeek", 1));

        // when, then
        open(with("tracks", twice)).then().statusCode(422).body("errors.pointer", contains("/tracks/1/track"));
        open(with("tracks", backward)).then().statusCode(422).body("errors.pointer", contains("/tracks/0"));
        open(with("closures", sameDay)).then().statusCode(422).body("errors.pointer", contains("/closures/1/closedOn"));
        open(with("defaultPrescription", checkIn))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/defaultPrescription/0/kind"));
        open(with("color", "blue")).then().statusCode(400).body("type", equalTo("/problems/unknown-field"));
    }

    @Test
    void revisionNeedsTheVersionThatWasRead() {
        // given
        String id = open(Clinic.program(null)).then().statusCode(201).extract().path("id");
        var renamed = with("name", "Riverside evening IOP");

        // when, then
        scheduler(RIVERSIDE).body(renamed).put("/api/programs/{id}", id).then().statusCode(428);
        scheduler(RIVERSIDE)
                .header("If-Match", "\"3\"")
                .body(renamed)
                .put("/api/programs/{id}", id)
                .then()
                .statusCode(412);
        scheduler(RIVERSIDE)
                .header("If-Match", "\"0\"")
                .body(renamed)
                .put("/api/programs/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Riverside evening IOP"));
    }

    @Test
    void zoneStaysWhileThereAreSessions() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admit(program);
        Clinic.book(client, program.series().get("CHECK_IN"), Clinic.weekAhead().plusDays(5))
                .then()
                .statusCode(201);

        // when
        var response = scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(with("zone", "America/Chicago"))
                .put("/api/programs/{id}", program.id());

        // then
        response.then().statusCode(409).body("type", equalTo("/problems/zone-in-use"));
    }

    @Test
    void seriesIsExpandedInTheProgramsZoneAcrossDaylightSavingAndWithoutClosures() {
        // given
        String program = open(with("closures", List.of(Map.of("closedOn", "2026-03-11", "reason", "Staff day"))))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var series = Clinic.series(UUID.fromString(program), "GROUP", "MORNING", "09:00");
        series.put("startsOn", "2026-01-05");
        String id = scheduler(RIVERSIDE)
                .body(series)
                .post("/api/session-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // when
        var occurrences = scheduler(RIVERSIDE)
                .queryParam("from", "2026-03-06")
                .queryParam("to", "2026-03-13")
                .get("/api/session-series/{id}/occurrences", id);

        // then
        occurrences
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.localStart", contains("09:00:00", "09:00:00", "09:00:00"))
                .body(
                        "items.startsAt",
                        contains("2026-03-06T14:00:00Z", "2026-03-09T13:00:00Z", "2026-03-13T13:00:00Z"));
    }

    @Test
    void hostileRulesAreRefusedWithTheField() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var series = Clinic.series(program.id(), "GROUP", "MORNING", "09:00");
        series.put("rrule", "FREQ=SECONDLY;BYDAY=MO");

        // when
        var response = scheduler(RIVERSIDE).body(series).post("/api/session-series");

        // then
        response.then().statusCode(422).body("errors.pointer", contains("/rrule"));
    }
}
