package care.iop.scheduling.dose;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.clinician;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A make-up teaches what was missed where it can, repeats nothing, and keeps to what payers allow and to the client's own clock. */
@ServiceTest
class MakeUpRulesTest {

    private static final LocalDate WEEK = Clinic.weekAhead();
    private static final List<String> MODULES = List.of("A", "B", "C", "D");

    @Inject
    Database database;

    /** A client of the morning group, and the groups of the afternoon and the evening with one member each. */
    private record Scene(DemoProgram program, Client client) {}

    private static DemoProgram program() {
        return Clinic.demoProgram(RIVERSIDE);
    }

    /** The morning group teaches A, B and C this week; the two others are one module ahead: B, C and D. */
    private static Scene taught() {
        var program = program();
        teaches(program.series().get("MORNING"), 0);
        teaches(program.series().get("AFTERNOON"), 1);
        teaches(program.series().get("EVENING"), 1);
        return rostered(program);
    }

    private static Scene rostered(DemoProgram program) {
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        Clinic.admitAvailable(program, "12:00", "16:30");
        Clinic.admitAvailable(program, "16:30", "20:30");
        Clinic.roster(program, WEEK);
        Clinic.putAvailability(client, Clinic.windows("08:00", "20:30")).then().statusCode(200);
        return new Scene(program, client);
    }

    private static void teaches(UUID series, int firstModule) {
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of(
                        "startsOn",
                        WEEK.toString(),
                        "firstModule",
                        firstModule,
                        "modules",
                        MODULES.stream()
                                .map(code -> Map.of("code", code, "title", "Module " + code))
                                .toList()))
                .put("/api/session-series/{id}/curriculum", series)
                .then()
                .statusCode(200);
    }

    /** Excuses the client from all groups of the week; answers the bookings by day of the week, Monday first. */
    private static List<String> excuseFromGroups(Client client) {
        List<String> bookings = Clinic.week(client, WEEK).path("sessions.findAll { it.kind == 'GROUP' }.bookingId");
        assertThat(bookings).hasSize(3);
        bookings.forEach(booking -> clinician(RIVERSIDE)
                .body(Map.of("code", "EXCUSED"))
                .post("/api/bookings/{id}/attendance", booking)
                .then()
                .statusCode(201));
        return bookings;
    }

    private static Response makeUps(Client client) {
        return scheduler(RIVERSIDE)
                .queryParam("week", WEEK.toString())
                .get("/api/enrollments/{id}/make-ups", client.enrollmentId())
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static Response book(Client client, List<Map<String, Object>> seats) {
        return scheduler(RIVERSIDE)
                .body(Map.of("weekStartingOn", WEEK.toString(), "seats", seats))
                .post("/api/enrollments/{id}/make-ups", client.enrollmentId());
    }

    private static List<Map<String, Object>> groups(Response offered) {
        return offered.path("seats.findAll { it.kind == 'GROUP' && it.inWeek }");
    }

    @Test
    void missedModuleIsMadeUpByASessionThatTeachesIt() {
        // given
        var scene = taught();
        var missed = excuseFromGroups(scene.client());

        // when
        var offered = makeUps(scene.client());

        // then: B and C are taught elsewhere and come first, each for its own session
        assertThat(offered.<List<String>>path("missed.moduleCode")).containsExactly("A", "B", "C");
        var groups = groups(offered);
        var modules = groups.stream().map(seat -> seat.get("moduleCode")).toList();
        assertThat(modules.subList(0, 4)).containsExactlyInAnyOrder("B", "B", "C", "C");
        assertThat(modules.subList(4, modules.size())).containsExactly("D", "D");
        assertThat(groups).allSatisfy(seat -> {
            var module = String.valueOf(seat.get("moduleCode"));
            assertThat(seat.get("givesMissedModule")).isEqualTo(!module.equals("D"));
            assertThat(seat.get("makeUpFor")).isEqualTo(missed.get(module.equals("D") ? 0 : MODULES.indexOf(module)));
            assertThat(String.valueOf(seat.get("text")))
                    .contains(
                            module.equals("D")
                                    ? "\"Module A\" stays missed"
                                    : "teaches \"Module " + module + "\", which was missed");
        });
        offered.then().body("leftOut", empty());
    }

    @Test
    void whatTheClientHasHadIsNoMakeUp() {
        // given: a seat for D next week in the client's own group
        var scene = taught();
        var missed = excuseFromGroups(scene.client());
        Clinic.book(scene.client(), scene.program().series().get("MORNING"), WEEK.plusWeeks(1))
                .then()
                .statusCode(201);

        // when
        var offered = makeUps(scene.client());

        // then
        assertThat(groups(offered))
                .isNotEmpty()
                .extracting(seat -> seat.get("moduleCode"))
                .doesNotContain("D");
        offered.then()
                .body("leftOut.rule", hasItem("CURRICULUM"))
                .body("leftOut.find { it.rule == 'CURRICULUM' }.text", containsString("has had already"));
        // and by hand neither, while what was missed may be repeated
        var friday = WEEK.plusDays(4);
        byHand(scene, "AFTERNOON", friday, missed.get(0))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/makeUpFor"))
                .body("errors[0].detail", containsString("was taught D"));
        byHand(scene, "AFTERNOON", WEEK, missed.get(1)).then().statusCode(201);
    }

    private static Response byHand(Scene scene, String group, LocalDate day, String missed) {
        return scheduler(RIVERSIDE)
                .body(Map.of(
                        "enrollmentId",
                        scene.client().enrollmentId(),
                        "seriesId",
                        scene.program().series().get(group),
                        "sessionOn",
                        day.toString(),
                        "makeUpFor",
                        missed))
                .post("/api/bookings");
    }

    @Test
    void oneModuleIsNotChosenTwice() {
        // given
        var scene = taught();
        var missed = excuseFromGroups(scene.client());
        var both = groups(makeUps(scene.client())).stream()
                .filter(seat -> seat.get("moduleCode").equals("B"))
                .map(seat -> seat.get("sessionId"))
                .toList();
        assertThat(both).hasSize(2);

        // when
        var response = book(
                scene.client(),
                List.of(
                        Map.of("sessionId", both.get(0), "makeUpFor", missed.get(1)),
                        Map.of("sessionId", both.get(1), "makeUpFor", missed.get(0))));

        // then
        response.then().statusCode(422).body("errors[0].pointer", equalTo("/seats/1/sessionId"));
        assertThat(database.number(
                        "select count(*) from booking where enrollment_id = ? and make_up_for is not null",
                        scene.client().enrollmentId()))
                .isZero();
    }

    @Test
    void daysThatThePayerDoesNotAllowAreNotOfferedAndTheReasonIsTold() {
        // given: as many days as the client still comes on
        var scene = rostered(program());
        excuseFromGroups(scene.client());
        int days = makeUps(scene.client()).path("dose.forecastDays");
        assertThat(makeUps(scene.client()).<List<Boolean>>path("seats.findAll { it.inWeek }.addsDay"))
                .contains(true);

        // when
        payerAllows(scene.client(), 1, days);
        var offered = makeUps(scene.client());

        // then
        assertThat(offered.<List<Boolean>>path("seats.findAll { it.inWeek }.addsDay"))
                .doesNotContain(true);
        offered.then()
                .body("leftOut.rule", hasItem("AUTHORIZED_UNITS"))
                .body(
                        "leftOut.find { it.rule == 'AUTHORIZED_UNITS' }.text",
                        containsString("than the payer allows of their week: " + days + " days"));

        // when: one day more
        payerAllows(scene.client(), 2, days + 1);

        // then
        assertThat(makeUps(scene.client()).<List<Boolean>>path("seats.findAll { it.inWeek }.addsDay"))
                .contains(true);
    }

    /** Days of that week and no other. */
    private void payerAllows(Client client, long version, int days) {
        var data = Map.of(
                "authorizationId",
                client.enrollmentId(),
                "admissionId",
                client.enrollmentId(),
                "patientId",
                client.patientId(),
                "status",
                "APPROVED",
                "validFrom",
                Clinic.lastWeek().toString(),
                "validTo",
                WEEK.plusWeeks(8).toString(),
                "services",
                List.of(Map.of(
                        "code",
                        "H0015",
                        "basis",
                        "DAY",
                        "unitMinutes",
                        0,
                        "kinds",
                        List.of("GROUP", "INDIVIDUAL"),
                        "approvedUnits",
                        days,
                        "deliveredUnits",
                        0,
                        "scheduledUnits",
                        0,
                        "weeks",
                        List.of())));
        var event = KafkaProbe.event(
                        "care.iop.intake.authorization-" + (version == 1 ? "approved" : "changed") + ".v1",
                        client.enrollmentId(),
                        RIVERSIDE,
                        data)
                .withVersion(version);
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish("intake.authorization.v1", event);
        }
        database.awaitHandled(event.id());
    }

    @Test
    void meetingInAnotherZoneIsHeldAgainstTheClientsOwnClock() {
        // given: 13:00 to 16:00 in Phoenix, which is 15:00 to 18:00 in New York in winter and an hour later in summer
        var scene = rostered(program());
        var phoenix = UUID.randomUUID();
        var withSite = new HashMap<>(Clinic.program(null));
        withSite.put(
                "sites",
                List.of(Map.of(
                        "id",
                        phoenix,
                        "name",
                        "Desert",
                        "zone",
                        "America/Phoenix",
                        "state",
                        "AZ",
                        "closures",
                        List.of())));
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(withSite)
                .put("/api/programs/{id}", scene.program().id())
                .then()
                .statusCode(200);
        var series = Clinic.series(scene.program().id(), "GROUP", "AFTERNOON", "13:00");
        series.putAll(Map.of("siteId", phoenix, "rrule", "FREQ=WEEKLY;BYDAY=SA"));
        var desert = UUID.fromString(scheduler(RIVERSIDE)
                .body(series)
                .post("/api/session-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        Clinic.book(Clinic.admit(scene.program()), desert, WEEK.plusDays(5))
                .then()
                .statusCode(201);
        excuseFromGroups(scene.client());

        // when, then
        canComeOnSaturday(scene.client(), "16:30");
        assertThat(makeUps(scene.client()).<List<String>>path("seats.seriesId")).doesNotContain(desert.toString());
        canComeOnSaturday(scene.client(), "19:00");
        assertThat(makeUps(scene.client()).<Map<String, Object>>path("seats.find { it.seriesId == '" + desert + "' }"))
                .containsEntry("localStart", "13:00:00");
    }

    private static void canComeOnSaturday(Client client, String until) {
        var windows = new ArrayList<>(Clinic.windows("08:00", "20:30"));
        windows.add(Map.of("day", "SATURDAY", "from", "08:00", "until", until));
        Clinic.putAvailability(client, windows).then().statusCode(200);
    }
}
