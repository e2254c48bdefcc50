package care.iop.scheduling.calendar;

import static care.iop.scheduling.Clinic.LAKESIDE;
import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import care.iop.chassis.testing.TestTokens;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import care.iop.scheduling.booking.BookingCalls;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.RecurrenceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calendar programs read sessions at secret addresses, and a bystander learns nothing from them. */
@ServiceTest
class CalendarFeedTest {

    private DemoProgram program;
    private Client client;
    private LocalDate monday;

    @Inject
    Database database;

    @BeforeEach
    void admit() {
        // Of its own for each test: series reach over weeks, and one clinician can't be twice at a time.
        program = Clinic.demoProgram(RIVERSIDE);
        client = Clinic.admit(program);
        monday = Clinic.weekAhead();
    }

    private static Response add(RequestSpecification as, String subject, UUID id, boolean details) {
        return as.body(Map.of("subject", subject, "subjectId", id, "details", details))
                .post("/api/calendar-feeds");
    }

    private String address() {
        return add(client.asSelf(), "ENROLLMENT", client.enrollmentId(), false)
                .then()
                .statusCode(201)
                .extract()
                .path("address");
    }

    /** As a calendar program does: no token. */
    private static Response read(String address) {
        return given().get(address);
    }

    private List<String> threeTuesdays() {
        return BookingCalls.bookSeries(
                        client,
                        monday,
                        monday.plusDays(20),
                        List.of(BookingCalls.weekly(
                                BookingCalls.appointment(
                                        program.clinicians().get("Rowan Sample"),
                                        program.rooms().get("Office 1"),
                                        "09:00"),
                                "TUESDAY")))
                .then()
                .statusCode(201)
                .extract()
                .path("bookings.id");
    }

    private static List<VEvent> events(Response response) throws Exception {
        return new CalendarBuilder()
                .build(new StringReader(response.asString()))
                .getComponents("VEVENT");
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(found -> found.getValue()).orElse("");
    }

    @Test
    void clientsCalendarNamesNothing() throws Exception {
        // given
        Clinic.book(client, program.series().get("CHECK_IN"), monday.plusDays(5))
                .then()
                .statusCode(201);

        // when
        var response = read(address());

        // then
        response.then().statusCode(200);
        assertThat(response.contentType()).startsWith("text/calendar");
        assertThat(response.asString())
                .contains("SUMMARY:Appointment", "CLASS:PRIVATE", "TZID:America/New_York")
                .doesNotContain("Riverside")
                .doesNotContain("LOCATION")
                .doesNotContain("DESCRIPTION")
                .doesNotContain("heck");
        assertThat(events(response)).hasSize(1);
        assertThat(database.number(
                        "select count(*) from access_log where person_id = ? and resource = 'CalendarFeed' and action = 'READ'",
                        client.patientId()))
                .isEqualTo(1);
        assertThat(database.texts(
                        "select actor from access_log where person_id = ? and resource = 'CalendarFeed' and action = 'READ'",
                        client.patientId()))
                .containsExactly("calendar-feed");
    }

    @Test
    void seriesIsOneEventAndChangesAreInstancesOfIt() throws Exception {
        // given
        var ids = threeTuesdays();
        var address = address();
        var before = events(read(address));
        assertThat(before).hasSize(1);
        var uid = value(before.get(0), "UID");
        assertThat(value(before.get(0), "RRULE")).contains("FREQ=WEEKLY", "BYDAY=TU");

        // when: the second moves twice, the third is cancelled
        BookingCalls.move(ids.get(1), Map.of("days", 1)).then().statusCode(200);
        BookingCalls.move(ids.get(1), Map.of("localStart", "15:00")).then().statusCode(200);
        BookingCalls.cancel(ids.get(2), Map.of("reason", "CLIENT_REQUEST"))
                .then()
                .statusCode(200);

        // then
        var after = events(read(address));
        assertThat(after).hasSize(3).allMatch(event -> value(event, "UID").equals(uid));
        var moved = instance(after, monday.plusDays(8));
        assertThat(value(moved, "SEQUENCE")).isEqualTo("2");
        assertThat(value(moved, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(moved, "DTSTART"))
                .isEqualTo(monday.plusDays(9).toString().replace("-", "") + "T150000");
        var cancelled = instance(after, monday.plusDays(15));
        assertThat(value(cancelled, "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(cancelled, "SEQUENCE")).isEqualTo("1");
    }

    private static VEvent instance(List<VEvent> events, LocalDate original) {
        return instance(events, original, "T090000");
    }

    private static VEvent instance(List<VEvent> events, LocalDate original, String at) {
        return events.stream()
                .filter(event -> event.<RecurrenceId<ZonedDateTime>>getProperty("RECURRENCE-ID")
                        .filter(id ->
                                id.getValue().startsWith(original.toString().replace("-", "") + at))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static void meets(UUID series, LocalDate day, String localStart) {
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("localStart", localStart))
                .put("/api/session-series/{id}/occurrences/{day}", series, day.toString())
                .then()
                .statusCode(200);
    }

    private static String at(LocalDate day, String time) {
        return day.toString().replace("-", "") + time;
    }

    @Test
    void meetingThatItsGroupMovesIsAChangedInstanceOfTheClientsSeries() throws Exception {
        // given: three Saturdays of a group, the last of which was moved before the client joined
        var group = BookingCalls.checkIn(program, 12, "09:00");
        var saturday = monday.plusDays(5);
        meets(group, saturday.plusDays(14), "09:15");
        BookingCalls.bookSeries(client, monday, monday.plusDays(20), List.of(Map.of("seriesId", group)))
                .then()
                .statusCode(201);
        var address = address();
        var before = events(read(address));
        assertThat(before).hasSize(2);
        var late = instance(before, saturday.plusDays(14));
        assertThat(value(late, "DTSTART")).isEqualTo(at(saturday.plusDays(14), "T091500"));
        assertThat(value(late, "SEQUENCE")).isEqualTo("0");

        // when: the group meets later on the second Saturday, and still later
        meets(group, saturday.plusDays(7), "09:30");
        var once = events(read(address));
        meets(group, saturday.plusDays(7), "10:00");
        var twice = events(read(address));

        // then
        assertThat(once).hasSize(3);
        assertThat(value(instance(once, saturday.plusDays(7)), "SEQUENCE")).isEqualTo("1");
        assertThat(value(instance(once, saturday.plusDays(7)), "DTSTART"))
                .isEqualTo(at(saturday.plusDays(7), "T093000"));
        assertThat(twice).hasSize(3);
        assertThat(value(instance(twice, saturday.plusDays(7)), "SEQUENCE")).isEqualTo("2");
        assertThat(value(instance(twice, saturday.plusDays(7)), "DTSTART"))
                .isEqualTo(at(saturday.plusDays(7), "T100000"));
    }

    @Test
    void bookingOfItsOwnTakesTheNewTimeOfItsMeetingWithANewSequence() throws Exception {
        // given
        var group = BookingCalls.checkIn(program, 12, "09:00");
        var saturday = monday.plusDays(5);
        Clinic.book(client, group, saturday).then().statusCode(201);
        var address = address();
        assertThat(value(events(read(address)).get(0), "SEQUENCE")).isEqualTo("0");

        // when
        meets(group, saturday, "09:30");

        // then
        var events = events(read(address));
        assertThat(events).hasSize(1);
        assertThat(value(events.get(0), "SEQUENCE")).isEqualTo("1");
        assertThat(value(events.get(0), "DTSTART")).isEqualTo(at(saturday, "T093000"));
        assertThat(value(events.get(0), "RECURRENCE-ID")).isEmpty();
    }

    @Test
    void cancelledSeriesIsACancelledEvent() throws Exception {
        // given
        var ids = threeTuesdays();
        BookingCalls.cancel(ids.get(0), Map.of("reason", "CLIENT_REQUEST", "scope", "ALL"))
                .then()
                .statusCode(200);

        // when
        var events = events(read(address()));

        // then
        assertThat(events).hasSize(1);
        assertThat(value(events.get(0), "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(events.get(0), "SEQUENCE")).isEqualTo("1");
    }

    @Test
    void unchangedCalendarIsNotSentAgain() {
        // given
        var ids = threeTuesdays();
        var address = address();
        var first = read(address);
        assertThat(first.header("Cache-Control")).isEqualTo("private, max-age=900");

        // when
        var unchanged = given().header("If-None-Match", first.header("ETag")).get(address);
        BookingCalls.move(ids.get(0), Map.of("days", 1)).then().statusCode(200);
        var changed = given().header("If-None-Match", first.header("ETag")).get(address);

        // then
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.asString()).isEmpty();
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    @Test
    void clientWhoWantsDetailsGetsThem() {
        // given
        threeTuesdays();
        String address =
                add(client.asSelf(), "ENROLLMENT", client.enrollmentId(), true).path("address");

        // when
        var response = read(address);

        // then
        assertThat(response.asString())
                .contains("SUMMARY:Individual session\\, Riverside IOP")
                .contains("LOCATION:Office 1");
    }

    @Test
    void addressIsKeptAsAHashAndWrongOnesAreNotThere() {
        // given
        var address = address();
        var secret = address.substring(address.lastIndexOf('/') + 1).replace(".ics", "");

        // when, then
        assertThat(secret).hasSize(43);
        assertThat(database.number(
                        "select count(*) from calendar_feed where encode(secret_hash, 'escape') like ? or created_by like ?",
                        "%" + secret + "%",
                        "%" + secret + "%"))
                .isZero();
        assertThat(database.number(
                        "select count(*) from calendar_feed where secret_hash = sha256(convert_to(?, 'UTF8'))", secret))
                .isEqualTo(1);
        for (var wrong : List.of(secret.substring(1) + "A", "x", "..", secret + "A", "%00")) {
            given().get("/api/calendars/" + wrong + ".ics").then().statusCode(404);
        }
        read(address.replace(".ics", "")).then().statusCode(200);
    }

    @Test
    void changedOrRevokedAddressLeadsNowhere() {
        // given
        var added = add(client.asSelf(), "ENROLLMENT", client.enrollmentId(), false);
        String id = added.path("id");
        String old = added.path("address");

        // when
        var rotated = client.asSelf().post("/api/calendar-feeds/{id}/rotation", id);

        // then
        rotated.then().statusCode(200);
        String address = rotated.path("address");
        read(old).then().statusCode(404);
        read(address).then().statusCode(200);
        client.asSelf().delete("/api/calendar-feeds/{id}", id).then().statusCode(204);
        client.asSelf().delete("/api/calendar-feeds/{id}", id).then().statusCode(204);
        read(address).then().statusCode(404);
        client.asSelf()
                .post("/api/calendar-feeds/{id}/rotation", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/feed-revoked"));
        client.asSelf()
                .get("/api/calendar-feeds/{id}", id)
                .then()
                .statusCode(200)
                .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("address")));
    }

    @Test
    void clientHasNoFeedOfOthersOrOfStaff() {
        // given
        var other = Clinic.admit(program);
        String theirs =
                add(other.asSelf(), "ENROLLMENT", other.enrollmentId(), false).path("id");

        // when, then
        add(client.asSelf(), "ENROLLMENT", other.enrollmentId(), false).then().statusCode(422);
        add(client.asSelf(), "CLINICIAN", program.clinicians().get("Rowan Sample"), false)
                .then()
                .statusCode(422);
        add(scheduler(RIVERSIDE), "CLINICIAN", program.clinicians().get("Rowan Sample"), true)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/details"));
        client.asSelf().get("/api/calendar-feeds/{id}", theirs).then().statusCode(404);
        client.asSelf().delete("/api/calendar-feeds/{id}", theirs).then().statusCode(404);
        client.asSelf()
                .queryParam("subjectId", other.enrollmentId())
                .get("/api/calendar-feeds")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        scheduler(LAKESIDE).get("/api/calendar-feeds/{id}", theirs).then().statusCode(404);
    }

    @Test
    void addressNeedsNoTokenAndATokenOfAnotherOrganizationChangesNothing() {
        // given
        threeTuesdays();
        var address = address();

        // when
        var foreign =
                given().auth().oauth2(TestTokens.bearer(LAKESIDE, "scheduler")).get(address);

        // then
        assertThat(foreign.statusCode()).isEqualTo(200);
        assertThat(foreign.asString()).isEqualTo(read(address).asString());
    }

    @Test
    void staffReadWhoAndWhatIsTakenWithoutClients() throws Exception {
        // given
        threeTuesdays();
        var rowan = program.clinicians().get("Rowan Sample");
        String address = add(scheduler(RIVERSIDE), "ROOM", program.rooms().get("Office 1"), false)
                .path("address");

        // when
        var clinician = scheduler(RIVERSIDE).accept("text/calendar").get("/api/clinicians/{id}/calendar", rowan);
        var room = read(address);

        // then
        clinician.then().statusCode(200);
        assertThat(clinician.asString())
                .contains("SUMMARY:Individual session")
                .doesNotContain(client.patientId().toString())
                .doesNotContain(client.enrollmentId().toString());
        assertThat(events(clinician)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(events(room)).hasSizeGreaterThanOrEqualTo(3);
        scheduler(RIVERSIDE)
                .accept("text/calendar")
                .header("If-None-Match", clinician.header("ETag"))
                .get("/api/clinicians/{id}/calendar", rowan)
                .then()
                .statusCode(304);
        given().get("/api/rooms/{id}/calendar", program.rooms().get("Office 1"))
                .then()
                .statusCode(401);
    }
}
