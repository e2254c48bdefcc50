package care.iop.scheduling.document;

import static care.iop.scheduling.Clinic.LAKESIDE;
import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.director;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A whole program goes out as one document and comes in again the same, all of it or nothing. */
@ServiceTest
class ProgramDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID SITE = UUID.fromString("019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4c21");

    @Inject
    Database database;

    /** A program in which there is one of everything that a document holds. */
    private static DemoProgram rich() {
        var program = Clinic.demoProgram(RIVERSIDE);
        var week = Clinic.weekAhead();
        var data = new HashMap<>(Clinic.program(null));
        data.put("holidayCalendar", "US_FEDERAL");
        data.put("state", "NY");
        data.put("closures", List.of(Map.of("closedOn", "2027-07-06", "reason", "Staff day")));
        data.put("sites", List.of(Map.of("id", SITE, "name", "Hillside", "zone", "America/Chicago", "state", "IL")));
        ok(scheduler(RIVERSIDE).header("If-Match", "*").body(data).put("/api/programs/{id}", program.id()));
        var rowan = program.clinicians().get("Rowan Sample");
        var clinician = new HashMap<>(
                Clinic.clinicianData(program.id(), "Rowan Sample", List.of("THERAPIST", "GROUP"), "08:00", "17:00"));
        clinician.put("breaks", List.of(Map.of("day", "MONDAY", "from", "12:00", "until", "12:30")));
        clinician.put("languages", List.of("es", "en"));
        clinician.put("licences", List.of(Map.of("state", "NY", "number", "084213", "validFrom", "2025-07-01")));
        ok(scheduler(RIVERSIDE).header("If-Match", "*").body(clinician).put("/api/clinicians/{id}", rowan));
        scheduler(RIVERSIDE)
                .body(Map.of("firstOn", "2027-02-15", "lastOn", "2027-02-19", "reason", "VACATION"))
                .post("/api/clinicians/{id}/time-off", rowan)
                .then()
                .statusCode(201);
        var morning = program.series().get("MORNING");
        ok(scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("localStart", "09:30", "facilitatorId", rowan))
                .put("/api/session-series/{id}/occurrences/{day}", morning, week.toString()));
        ok(scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("cancelled", true))
                .put(
                        "/api/session-series/{id}/occurrences/{day}",
                        morning,
                        week.plusDays(2).toString()));
        ok(scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of(
                        "facilitatorId",
                        program.clinicians().get("Emerson Sample"),
                        "firstOn",
                        week.plusDays(7).toString(),
                        "lastOn",
                        week.plusDays(11).toString()))
                .post("/api/session-series/{id}/substitutions", morning));
        ok(scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of(
                        "startsOn",
                        week.toString(),
                        "modules",
                        List.of(
                                Map.of("code", "TRIGGERS", "title", "Triggers"),
                                Map.of("code", "CRAVINGS", "title", "Cravings"))))
                .put("/api/session-series/{id}/curriculum", morning));
        return program;
    }

    private static void ok(Response response) {
        response.then().log().ifValidationFails().statusCode(200);
    }

    private static Response export(String organization, UUID id) {
        return scheduler(organization).get("/api/programs/{id}/document", id);
    }

    private static Response bring(String organization, UUID id, String document) {
        return director(organization).header("If-Match", "*").body(document).put("/api/programs/{id}/document", id);
    }

    private static ObjectNode parsed(String document) {
        try {
            return (ObjectNode) JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void comesInAgainByteByByteAlsoElsewhere() {
        // given
        var program = rich();
        var exported = export(RIVERSIDE, program.id());
        var document = exported.asString();
        assertThat(document).contains("Hillside", "084213", "CRAVINGS", "09:30", "2027-02-15", "Emerson Sample");

        // when
        var elsewhere = bring(LAKESIDE, program.id(), document);
        var here = bring(RIVERSIDE, program.id(), document);
        var again = bring(LAKESIDE, program.id(), elsewhere.asString());

        // then
        elsewhere.then().log().ifValidationFails().statusCode(201);
        here.then().statusCode(200);
        again.then().statusCode(200);
        assertThat(export(LAKESIDE, program.id()).asString()).isEqualTo(document);
        assertThat(export(RIVERSIDE, program.id()).asString()).isEqualTo(document);
        assertThat(again.asString()).isEqualTo(document);
        assertThat(export(LAKESIDE, program.id()).header("ETag")).isEqualTo(exported.header("ETag"));
    }

    @Test
    void everyFaultIsNamedByItsPlaceAndNothingIsKept() {
        // given
        var document = parsed(export(RIVERSIDE, rich().id()).asString());
        var id = UUID.randomUUID();
        ((ObjectNode) document.get("program")).put("zone", "Mars/Olympus");
        var sound = parsed(document.toString());
        ((ObjectNode) sound.get("program")).put("zone", "America/New_York");
        ((ObjectNode) sound.at("/clinicians/0")).put("targetWeeklyMinutes", 9000);
        ((ObjectNode) sound.at("/series/1")).put("rrule", "FREQ=HOURLY");
        ((ObjectNode) sound.at("/series/2"))
                .put("facilitatorId", UUID.randomUUID().toString());

        // when
        var zone = bring(LAKESIDE, id, document.toString());
        var parts = bring(LAKESIDE, id, sound.toString());

        // then
        zone.then().statusCode(422).body("errors.pointer", contains("/program/zone"));
        parts.then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/clinicians/0/targetWeeklyMinutes", "/series/1/rrule", "/series/2/facilitatorId"));
        assertThat(database.number("select count(*) from program where id = ?", id))
                .isZero();
    }

    @Test
    void whatIsMissingFromTheFormIsNamedTogether() {
        // given
        var document =
                parsed(export(RIVERSIDE, Clinic.demoProgram(RIVERSIDE).id()).asString());
        document.put("format", "iop-program/9");
        ((ObjectNode) document.at("/rooms/0")).put("capacity", 0);
        ((ObjectNode) document.at("/clinicians/1")).remove("credentials");

        // when
        var response = bring(LAKESIDE, UUID.randomUUID(), document.toString());

        // then
        response.then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/format", "/rooms/0/capacity", "/clinicians/1/credentials"));
    }

    @Test
    void leavesOutOnlyWhatNothingUses() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admit(program);
        Clinic.book(client, program.series().get("CHECK_IN"), Clinic.weekAhead().plusDays(5))
                .then()
                .statusCode(201);
        var document = parsed(export(RIVERSIDE, program.id()).asString());
        var withoutBooked = parsed(document.toString());
        remove((ArrayNode) withoutBooked.get("series"), program.series().get("CHECK_IN"));
        var withoutFree = parsed(document.toString());
        remove((ArrayNode) withoutFree.get("series"), program.series().get("EVENING"));
        remove((ArrayNode) withoutFree.get("rooms"), program.rooms().get("Office 2"));

        // when
        var refused = bring(RIVERSIDE, program.id(), withoutBooked.toString());
        var removed = bring(RIVERSIDE, program.id(), withoutFree.toString());

        // then
        refused.then()
                .statusCode(409)
                .body("type", equalTo("/problems/program-content-in-use"))
                .body("errors.pointer", hasItem("/series"));
        removed.then().statusCode(200).body("series", hasSize(3)).body("rooms", hasSize(2));
        assertThat(export(RIVERSIDE, program.id()).asString()).isEqualTo(withoutFree.toString());
    }

    private static void remove(ArrayNode parts, UUID id) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).get("id").asText().equals(id.toString())) {
                parts.remove(i);
            }
        }
    }

    @Test
    void isGuardedByTheBytesThatWereRead() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var exported = export(RIVERSIDE, program.id());
        var tag = exported.header("ETag");

        // when, then
        director(RIVERSIDE)
                .body(exported.asString())
                .put("/api/programs/{id}/document", program.id())
                .then()
                .statusCode(428);
        var renamed = parsed(exported.asString());
        ((ObjectNode) renamed.at("/rooms/0")).put("name", "Attic");
        director(RIVERSIDE)
                .header("If-Match", tag)
                .body(renamed.toString())
                .put("/api/programs/{id}/document", program.id())
                .then()
                .statusCode(200);
        director(RIVERSIDE)
                .header("If-Match", tag)
                .body(exported.asString())
                .put("/api/programs/{id}/document", program.id())
                .then()
                .statusCode(412);
    }

    @Test
    void bookedMeetingsFollowOrStandAgainstIt() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admit(program);
        var saturday = Clinic.weekAhead().plusDays(5);
        var booked = Clinic.book(client, program.series().get("CHECK_IN"), saturday);
        booked.then().statusCode(201);
        var later = export(RIVERSIDE, program.id()).asString().replace("10:00:00", "11:00:00");
        var closed = parsed(later);
        for (var series : closed.get("series")) {
            if (series.get("kind").asText().equals("CHECK_IN")) {
                ((ArrayNode) series.get("exdates")).add(saturday.toString());
            }
        }

        // when
        bring(RIVERSIDE, program.id(), later).then().log().ifValidationFails().statusCode(200);
        var refused = bring(RIVERSIDE, program.id(), closed.toString());

        // then
        scheduler(RIVERSIDE)
                .get("/api/bookings/{id}", booked.<String>path("id"))
                .then()
                .body(
                        "startsAt",
                        equalTo(saturday.atTime(11, 0)
                                .atZone(Clinic.ZONE)
                                .toInstant()
                                .toString()));
        refused.then().statusCode(409).body("type", equalTo("/problems/series-change-blocked"));
    }
}
