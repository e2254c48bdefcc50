package care.iop.scheduling.dose;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.clinician;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who will miss the hours of the week is known while something can be done, and what could be done is one call away. */
@ServiceTest
class DoseTest {

    private static final LocalDate WEEK = Clinic.weekAhead();

    @Inject
    Database database;

    /** A client of the morning group who could come all day, and somebody in a later group. */
    private record Scene(DemoProgram program, Client client, Client later) {}

    private static Scene scene() {
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        var later = Clinic.admitAvailable(program, "12:00", "20:30");
        Clinic.roster(program, WEEK);
        Clinic.putAvailability(client, Clinic.windows("08:00", "20:30")).then().statusCode(200);
        return new Scene(program, client, later);
    }

    private static void excuse(Client client, String kind, int sessions) {
        List<String> bookings = Clinic.week(client, WEEK)
                .path("sessions.findAll { it.kind == '" + kind + "' && it.attendance == null }.bookingId");
        bookings.stream().limit(sessions).forEach(booking -> clinician(RIVERSIDE)
                .body(Map.of("code", "EXCUSED"))
                .post("/api/bookings/{id}/attendance", booking)
                .then()
                .statusCode(201));
    }

    private static Response forecast(DemoProgram program, boolean everybody) {
        return scheduler(RIVERSIDE)
                .queryParam("week", WEEK.toString())
                .queryParam("everybody", everybody)
                .get("/api/programs/{id}/dose-forecast", program.id());
    }

    private static Response makeUps(Client client) {
        return scheduler(RIVERSIDE)
                .queryParam("week", WEEK.toString())
                .get("/api/enrollments/{id}/make-ups", client.enrollmentId());
    }

    private static Response book(Client client, List<Map<String, Object>> seats) {
        return scheduler(RIVERSIDE)
                .body(Map.of("weekStartingOn", WEEK.toString(), "seats", seats))
                .post("/api/enrollments/{id}/make-ups", client.enrollmentId());
    }

    @Test
    void whoWillMissTheHoursIsAtRiskAndNobodyElse() {
        // given: 15 hours booked; without two groups 9 are left, without three 6
        var scene = scene();
        excuse(scene.client(), "GROUP", 2);
        forecast(scene.program(), false).then().statusCode(200).body("items", empty());

        // when
        excuse(scene.client(), "GROUP", 1);

        // then
        forecast(scene.program(), false)
                .then()
                .body("items", hasSize(1))
                .body(
                        "items[0].enrollmentId",
                        equalTo(scene.client().enrollmentId().toString()))
                .body("items[0].deliveredMinutes", equalTo(0))
                .body("items[0].lostMinutes", equalTo(540))
                .body("items[0].aheadMinutes", equalTo(360))
                .body("items[0].forecastMinutes", equalTo(360))
                .body("items[0].neededMinutes", equalTo(540))
                .body("items[0].missingMinutes", equalTo(180))
                .body("items[0].text", containsString("Will have 6 h of 9 h on "))
                .body("policy", containsString("level 2.1 needs 9 h on 3 days"));
        forecast(scene.program(), true).then().body("items", hasSize(2));
    }

    @Test
    void makeUpSeatsKeepTheRulesAndAreBookedInOneCall() {
        // given
        var scene = scene();
        excuse(scene.client(), "GROUP", 3);

        // when
        var offered = makeUps(scene.client());

        // then: seats in the other group, the one that covers most first
        offered.then()
                .statusCode(200)
                .body("missed", hasSize(3))
                .body("seats[0].kind", equalTo("GROUP"))
                .body("seats[0].coversMinutes", equalTo(180))
                .body("seats[0].inWeek", equalTo(true))
                .body("seats[0].text", containsString("covers 180 missing minutes this week"));
        List<String> meetings = offered.path("seats.findAll { it.sessionId != null }.sessionId");
        List<String> othersMeetings =
                Clinic.week(scene.later(), WEEK).path("sessions.findAll { it.kind == 'GROUP' }.sessionId");
        assertThat(othersMeetings)
                .containsAll(meetings.stream().filter(othersMeetings::contains).toList());
        List<String> own = Clinic.week(scene.client(), WEEK).path("sessions.sessionId");
        assertThat(meetings).doesNotContainAnyElementsOf(own);

        // when
        String missed = offered.path("missed[0].bookingId");
        var booked = book(
                scene.client(), List.of(Map.of("sessionId", offered.path("seats[0].sessionId"), "makeUpFor", missed)));

        // then
        booked.then()
                .statusCode(201)
                .body("bookingIds", hasSize(1))
                .body("dose.forecastMinutes", equalTo(540))
                .body("dose.atRisk", equalTo(false));
        makeUps(scene.client()).then().body("missed.bookingId", not(hasItem(missed)));
        assertThat(database.texts(
                        "select make_up_for::text from booking where id = ?::uuid",
                        booked.<String>path("bookingIds[0]")))
                .containsExactly(missed);
    }

    @Test
    void whatIsGoneIsRefusedAndNothingIsBooked() throws SQLException {
        // given
        var scene = scene();
        excuse(scene.client(), "GROUP", 3);
        var offered = makeUps(scene.client());
        String full = offered.path("seats.findAll { it.sessionId != null }[0].sessionId");
        String free = offered.path("seats.findAll { it.sessionId != null }[1].sessionId");
        database.change("update session set capacity = seats_taken where id = ?", UUID.fromString(full));

        // when
        var response = book(scene.client(), List.of(Map.of("sessionId", free), Map.of("sessionId", full)));

        // then
        response.then().statusCode(409).body("type", equalTo("/problems/make-up-gone"));
        makeUps(scene.client())
                .then()
                .body("seats.sessionId", not(hasItem(full)))
                .body("dose.aheadMinutes", equalTo(360));
    }

    @Test
    void nobodyIsOfferedASeatBesideSomebodyTheyMustNotMeet() {
        // given
        var scene = scene();
        excuse(scene.client(), "GROUP", 3);
        List<String> others =
                Clinic.week(scene.later(), WEEK).path("sessions.findAll { it.kind == 'GROUP' }.sessionId");
        assertThat(makeUps(scene.client()).<List<String>>path("seats.findAll { it.sessionId != null }.sessionId"))
                .containsAnyElementsOf(others);

        // when
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("noContact", List.of(scene.client().enrollmentId())))
                .put("/api/enrollments/{id}/preferences", scene.later().enrollmentId())
                .then()
                .statusCode(200);

        // then
        assertThat(makeUps(scene.client()).<List<String>>path("seats.findAll { it.sessionId != null }.sessionId"))
                .doesNotContainAnyElementsOf(others);
    }

    @Test
    void missedSessionAloneIsMadeUpAloneAndOnlyOnce() {
        // given
        var scene = scene();
        excuse(scene.client(), "INDIVIDUAL", 1);
        var offered = makeUps(scene.client());
        String missed = offered.path("missed[0].bookingId");
        Map<String, Object> seat = offered.path("seats.find { it.kind == 'INDIVIDUAL' }");
        Map<String, Object> chosen = Map.of(
                "kind",
                seat.get("kind"),
                "startsAt",
                seat.get("startsAt"),
                "endsAt",
                seat.get("endsAt"),
                "clinicianId",
                seat.get("clinicianId"),
                "makeUpFor",
                missed);

        // when
        var booked = book(scene.client(), List.of(chosen));
        var again = book(scene.client(), List.of(chosen));

        // then
        again.then().statusCode(422).body("errors[0].pointer", equalTo("/seats/0/makeUpFor"));
        booked.then().statusCode(201).body("dose.forecastMinutes", equalTo(900));
    }
}
