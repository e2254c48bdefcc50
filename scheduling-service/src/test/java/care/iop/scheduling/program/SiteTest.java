package care.iop.scheduling.program;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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

/** A program has one or more sites, each with its own clock, closures and rooms, and may keep a holiday calendar. */
@ServiceTest
class SiteTest {

    private static final UUID CHICAGO = UUID.fromString("019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4c20");

    private static DemoProgram program;

    @BeforeEach
    void openProgram() {
        if (program == null) {
            program = Clinic.demoProgram(RIVERSIDE);
            revise(withSite("America/Chicago", List.of())).then().statusCode(200);
        }
    }

    private static Map<String, Object> withSite(String zone, List<?> closures) {
        var request = new HashMap<>(Clinic.program(null));
        request.put(
                "sites",
                List.of(Map.of("id", CHICAGO, "name", "Lakefront", "zone", zone, "state", "IL", "closures", closures)));
        return request;
    }

    private static Response revise(Map<String, Object> request) {
        return scheduler(RIVERSIDE).header("If-Match", "*").body(request).put("/api/programs/{id}", program.id());
    }

    private static Map<String, Object> seriesAtSite() {
        var series = new HashMap<>(Clinic.series(program.id(), "CHECK_IN", "MORNING", "09:00"));
        series.putAll(Map.of(
                "siteId", CHICAGO, "durationMinutes", 60, "rrule", "FREQ=WEEKLY;BYDAY=MO", "startsOn", "2026-01-05"));
        return series;
    }

    private static Response add(Map<String, Object> series) {
        return scheduler(RIVERSIDE).body(series).post("/api/session-series");
    }

    @Test
    void seriesKeepsItsSitesTime() {
        // given
        String series = add(seriesAtSite()).then().statusCode(201).extract().path("id");

        // when
        var occurrences = scheduler(RIVERSIDE)
                .queryParam("from", "2027-03-08")
                .queryParam("to", "2027-03-15")
                .get("/api/session-series/{id}/occurrences", series);

        // then
        occurrences
                .then()
                .body("items.zone", contains("America/Chicago", "America/Chicago"))
                .body("items.startsAt", contains("2027-03-08T15:00:00Z", "2027-03-15T14:00:00Z"));
    }

    @Test
    void siteClosesAloneAndNotWhileClientsAreBookedThere() {
        // given
        String series = add(seriesAtSite()).then().statusCode(201).extract().path("id");
        var week = Clinic.weekAhead();
        var client = Clinic.admit(program);
        Clinic.book(client, UUID.fromString(series), week).then().statusCode(201);

        // when
        var booked = revise(
                withSite("America/Chicago", List.of(Map.of("closedOn", week.toString(), "reason", "Boiler repair"))));
        var free = revise(withSite(
                "America/Chicago",
                List.of(Map.of("closedOn", week.plusWeeks(1).toString(), "reason", "Boiler repair"))));

        // then
        booked.then()
                .statusCode(409)
                .body("type", equalTo("/problems/day-has-bookings"))
                .body("detail", containsString(week.toString()));
        free.then().statusCode(200);
        scheduler(RIVERSIDE)
                .queryParam("from", week.toString())
                .queryParam("to", week.plusWeeks(2).toString())
                .get("/api/session-series/{id}/occurrences", series)
                .then()
                .body(
                        "items.sessionOn",
                        contains(week.toString(), week.plusWeeks(2).toString()));
        scheduler(RIVERSIDE)
                .queryParam("from", week.plusWeeks(1).toString())
                .queryParam("to", week.plusWeeks(1).toString())
                .get("/api/session-series/{id}/occurrences", program.series().get("MORNING"))
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void siteInUseStaysWithItsZone() {
        // given
        add(seriesAtSite()).then().statusCode(201);
        var without = new HashMap<>(Clinic.program(null));
        without.put("sites", List.of());

        // when, then
        revise(withSite("America/Denver", List.of()))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/site-in-use"));
        revise(without).then().statusCode(409).body("type", equalTo("/problems/site-in-use"));
        revise(new HashMap<>(Clinic.program(null))).then().statusCode(200).body("sites", hasSize(1));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        // given
        var faulty = new HashMap<>(Clinic.program(null));
        faulty.put("zone", "Mars/Olympus");
        faulty.put(
                "sites",
                List.of(
                        Map.of("id", CHICAGO, "name", "Lakefront", "zone", "Nowhere"),
                        Map.of("id", CHICAGO, "name", "Again", "zone", "America/Chicago")));

        // when
        var response = scheduler(RIVERSIDE).body(faulty).post("/api/programs");

        // then
        response.then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/zone", "/sites/0/zone", "/sites/1/id"));
    }

    @Test
    void roomAndSeriesNameASiteOfTheProgramAndTheSameOne() {
        // given
        var room = new HashMap<String, Object>(
                Map.of("programId", program.id(), "name", "Lake room", "type", "GROUP", "capacity", 14));
        var nowhere = new HashMap<>(room);
        nowhere.put("siteId", UUID.randomUUID());
        room.put("siteId", CHICAGO);
        String lakeRoom = scheduler(RIVERSIDE)
                .body(room)
                .post("/api/rooms")
                .then()
                .statusCode(201)
                .body("siteId", equalTo(CHICAGO.toString()))
                .extract()
                .path("id");
        var elsewhere = new HashMap<>(Clinic.series(program.id(), "GROUP", "MORNING", "09:00"));
        elsewhere.put("roomId", lakeRoom);

        // when, then
        scheduler(RIVERSIDE)
                .body(nowhere)
                .post("/api/rooms")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/siteId"));
        add(elsewhere).then().statusCode(422).body("errors.pointer", contains("/roomId"));
    }

    @Test
    void federalHolidaysAreOffWhenTheProgramKeepsThem() {
        // given
        var request = new HashMap<>(Clinic.program(null));
        request.put("holidayCalendar", "US_FEDERAL");
        String id = scheduler(RIVERSIDE)
                .body(request)
                .post("/api/programs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var data = new HashMap<>(Clinic.series(UUID.fromString(id), "GROUP", "MORNING", "09:00"));
        data.put("startsOn", "2026-01-05");
        String series = add(data).then().statusCode(201).extract().path("id");

        // when
        var occurrences = scheduler(RIVERSIDE)
                .queryParam("from", "2027-01-15")
                .queryParam("to", "2027-01-20")
                .get("/api/session-series/{id}/occurrences", series);
        var holidays = scheduler(RIVERSIDE)
                .queryParam("calendar", "US_FEDERAL")
                .queryParam("year", 2027)
                .get("/api/holidays");

        // then
        occurrences.then().body("items.sessionOn", contains("2027-01-15", "2027-01-20"));
        holidays.then()
                .statusCode(200)
                .body("items[1].closedOn", equalTo("2027-01-18"))
                .body("items[1].reason", containsString("Martin Luther King"));
    }
}
