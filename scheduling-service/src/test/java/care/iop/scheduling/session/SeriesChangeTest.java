package care.iop.scheduling.session;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A series changes for one meeting, for a while, from a day on or as a whole, and what is booked follows or stands against it. */
@ServiceTest
class SeriesChangeTest {

    private static DemoProgram program;
    private static Client client;

    private final LocalDate week = Clinic.weekAhead();

    @Inject
    Database database;

    @BeforeEach
    void openProgram() {
        if (program == null) {
            program = Clinic.demoProgram(RIVERSIDE);
            client = Clinic.admit(program);
        }
    }

    private static Map<String, Object> hour(String rrule, LocalTime localStart) {
        var series = new HashMap<>(Clinic.series(program.id(), "CHECK_IN", "MORNING", localStart.toString()));
        series.putAll(Map.of("rrule", rrule, "durationMinutes", 60, "minimumSize", 0, "tele", true));
        return series;
    }

    private static String add(Map<String, Object> series) {
        return scheduler(RIVERSIDE)
                .body(series)
                .post("/api/session-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response book(Client client, String series, LocalDate day) {
        var booking = Clinic.book(client, UUID.fromString(series), day);
        booking.then().statusCode(201);
        return booking;
    }

    private static Response booking(Response booked) {
        return scheduler(RIVERSIDE).get("/api/bookings/{id}", booked.<String>path("id"));
    }

    private static Response session(Response booked) {
        return scheduler(RIVERSIDE).get("/api/sessions/{id}", booked.<String>path("sessionId"));
    }

    private static Response change(String series, LocalDate day, Map<String, ?> change, String... query) {
        var request = scheduler(RIVERSIDE).header("If-Match", "*").body(change);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.put("/api/session-series/{id}/occurrences/{day}", series, day.toString());
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(Clinic.ZONE).toInstant();
    }

    @Test
    void oneMeetingMovesWithItsBookingsAndBack() {
        // given
        var series = add(hour("FREQ=WEEKLY;BYDAY=TU", LocalTime.of(6, 0)));
        var tuesday = week.plusDays(1);
        var booked = book(client, series, tuesday);

        // when
        var moved =
                change(series, tuesday, Map.of("sessionOn", tuesday.plusDays(1).toString(), "localStart", "06:30"));

        // then
        moved.then().statusCode(200).body("overrides", hasSize(1));
        booking(booked)
                .then()
                .body("sessionId", equalTo(booked.path("sessionId")))
                .body("sessionOn", equalTo(tuesday.plusDays(1).toString()))
                .body("startsAt", equalTo(at(tuesday.plusDays(1), "06:30").toString()));
        session(booked)
                .then()
                .body("sessionOn", equalTo(tuesday.plusDays(1).toString()))
                .body("originalOn", equalTo(tuesday.toString()))
                .body("seatsTaken", equalTo(1));
        assertThat(database.number("select version from booking where id = ?", UUID.fromString(booked.path("id"))))
                .isEqualTo(1);
        scheduler(RIVERSIDE)
                .queryParam("from", tuesday.toString())
                .queryParam("to", tuesday.plusDays(7).toString())
                .get("/api/session-series/{id}/occurrences", series)
                .then()
                .body(
                        "items.sessionOn",
                        contains(
                                tuesday.plusDays(1).toString(),
                                tuesday.plusDays(7).toString()));

        // when
        var restored = scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .delete("/api/session-series/{id}/occurrences/{day}", series, tuesday.toString());

        // then
        restored.then().statusCode(200).body("overrides", hasSize(0));
        booking(booked).then().body("startsAt", equalTo(at(tuesday, "06:00").toString()));
    }

    @Test
    void meetingThatIsLeftOutIsRefusedWhileBookedUnlessTheBookingsAreCancelled() {
        // given
        var series = add(hour("FREQ=WEEKLY;BYDAY=TU", LocalTime.of(7, 0)));
        var booked = book(client, series, week.plusDays(1));

        // when
        var refused = change(series, week.plusDays(1), Map.of("cancelled", true));

        // then
        refused.then()
                .statusCode(409)
                .body("type", equalTo("/problems/series-change-blocked"))
                .body("errors.pointer", contains("/sessions/" + booked.<String>path("sessionId")))
                .body("errors[0].detail", containsString("has 1 clients"));
        booking(booked).then().body("status", equalTo("BOOKED"));

        // when
        var cancelled = change(series, week.plusDays(1), Map.of("cancelled", true), "bookings", "CANCEL");

        // then
        cancelled
                .then()
                .statusCode(200)
                .body("exdates", contains(week.plusDays(1).toString()));
        booking(booked).then().body("status", equalTo("CANCELLED")).body("cancellation", equalTo("PROGRAM_CHANGE"));
        session(booked).then().body("status", equalTo("CANCELLED")).body("seatsTaken", equalTo(0));
    }

    @Test
    void everyObstacleIsListedAndNothingChanges() {
        // given
        var series = add(hour("FREQ=WEEKLY;BYDAY=TU,TH", LocalTime.of(8, 0)));
        var other = add(hour("FREQ=WEEKLY;BYDAY=TU,TH", LocalTime.of(20, 0)));
        var tuesday = book(client, series, week.plusDays(1));
        book(client, series, week.plusDays(3));
        book(client, other, week.plusDays(1));
        book(client, other, week.plusDays(3));
        var later = hour("FREQ=WEEKLY;BYDAY=TU,TH", LocalTime.of(20, 30));

        // when
        var response = scheduler(RIVERSIDE).header("If-Match", "*").body(later).put("/api/session-series/{id}", series);

        // then
        response.then()
                .statusCode(409)
                .body("errors", hasSize(2))
                .body("errors.detail", hasItem(containsString("booked elsewhere at the new time")));
        booking(tuesday)
                .then()
                .body("startsAt", equalTo(at(week.plusDays(1), "08:00").toString()));
    }

    @Test
    void clientsHoursStandAgainstAMoveUnlessForced() {
        // given
        var mornings = Clinic.admitAvailable(program, "08:00", "13:00");
        var series = add(hour("FREQ=WEEKLY;BYDAY=WE", LocalTime.of(12, 0)));
        var booked = book(mornings, series, week.plusDays(2));

        // when
        var refused = change(series, week.plusDays(2), Map.of("localStart", "12:30"));
        var forced = change(series, week.plusDays(2), Map.of("localStart", "12:30"), "forced", "true");

        // then
        refused.then().statusCode(409).body("errors[0].detail", containsString("not to be free"));
        forced.then().statusCode(200);
        booking(booked)
                .then()
                .body("startsAt", equalTo(at(week.plusDays(2), "12:30").toString()));
    }

    @Test
    void thisAndFollowingKeepsTheBookings() {
        // given
        var series = add(hour("FREQ=WEEKLY;BYDAY=SA", LocalTime.of(15, 0)));
        var saturday = week.plusDays(5);
        var before = book(client, series, saturday);
        var after = book(client, series, saturday.plusWeeks(1));
        var following = hour("FREQ=WEEKLY;BYDAY=SU", LocalTime.of(16, 0));
        following.put("startsOn", week.plusWeeks(1).toString());

        // when
        var split = scheduler(RIVERSIDE)
                .header("If-Match", "\"0\"")
                .body(following)
                .post("/api/session-series/{id}/split", series);

        // then
        split.then().statusCode(201).body("continuesId", equalTo(series));
        booking(before).then().body("startsAt", equalTo(at(saturday, "15:00").toString()));
        booking(after)
                .then()
                .body("sessionId", equalTo(after.path("sessionId")))
                .body("startsAt", equalTo(at(saturday.plusDays(8), "16:00").toString()));
        session(after).then().body("seriesId", equalTo(split.path("id")));
        scheduler(RIVERSIDE)
                .queryParam("from", saturday.toString())
                .queryParam("to", saturday.plusWeeks(4).toString())
                .get("/api/session-series/{id}/occurrences", series)
                .then()
                .body("items.sessionOn", contains(saturday.toString()));
        scheduler(RIVERSIDE)
                .header("If-Match", "\"0\"")
                .body(following)
                .post("/api/session-series/{id}/split", series)
                .then()
                .statusCode(412);
    }

    @Test
    void whatHasMetKeepsItsTimesAndIsChangedFromADayOn() {
        // given
        var series = add(hour("FREQ=WEEKLY;BYDAY=TU", LocalTime.of(18, 0)));
        book(client, series, Clinic.lastWeek().plusDays(1));
        var renamed = hour("FREQ=WEEKLY;BYDAY=TU", LocalTime.of(18, 0));
        renamed.put("name", "Tuesday check-in");

        // when
        var later = scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(hour("FREQ=WEEKLY;BYDAY=TU", LocalTime.of(19, 0)))
                .put("/api/session-series/{id}", series);
        var otherName =
                scheduler(RIVERSIDE).header("If-Match", "*").body(renamed).put("/api/session-series/{id}", series);
        var past = new HashMap<>(renamed);
        past.put("startsOn", Clinic.lastWeek().toString());

        // then
        later.then().statusCode(409).body("type", equalTo("/problems/series-has-history"));
        otherName.then().statusCode(200).body("name", equalTo("Tuesday check-in"));
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(past)
                .post("/api/session-series/{id}/split", series)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/startsOn"));
    }

    @Test
    void substituteLeadsForAWhile() {
        // given
        var rowan = program.clinicians().get("Rowan Sample").toString();
        var emerson = program.clinicians().get("Emerson Sample").toString();
        var led = hour("FREQ=WEEKLY;BYDAY=FR", LocalTime.of(14, 0));
        led.put("facilitatorId", rowan);
        var series = add(led);
        var first = book(client, series, week.plusDays(4));
        var second = book(client, series, week.plusDays(11));
        var stretch = Map.of(
                "facilitatorId",
                emerson,
                "firstOn",
                week.plusDays(7).toString(),
                "lastOn",
                week.plusDays(13).toString());

        // when
        var response = scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(stretch)
                .post("/api/session-series/{id}/substitutions", series);

        // then
        response.then().statusCode(200).body("substitutions.facilitatorId", contains(emerson));
        session(first).then().body("clinicianId", equalTo(rowan));
        session(second).then().body("clinicianId", equalTo(emerson));
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(stretch)
                .post("/api/session-series/{id}/substitutions", series)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/firstOn"));

        // when
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .delete(
                        "/api/session-series/{id}/substitutions/{first}",
                        series,
                        week.plusDays(7).toString())
                .then()
                .statusCode(200);

        // then
        session(second).then().body("clinicianId", equalTo(rowan));
    }

    @Test
    void substituteWhoIsTakenStandsAgainstIt() {
        // given
        var emerson = program.clinicians().get("Emerson Sample").toString();
        var busy = hour("FREQ=WEEKLY;BYDAY=MO", LocalTime.of(12, 0));
        busy.put("facilitatorId", emerson);
        book(client, add(busy), week);
        var other = Clinic.admit(program);
        var series = add(hour("FREQ=WEEKLY;BYDAY=MO", LocalTime.of(12, 0)));
        book(other, series, week);

        // when
        var response = change(series, week, Map.of("facilitatorId", emerson));

        // then
        response.then().statusCode(409).body("errors[0].detail", containsString("another session then"));
    }

    @Test
    void endsWhenNobodyIsBookedBehindIt() {
        // given
        var series = add(hour("FREQ=WEEKLY;BYDAY=SU", LocalTime.of(9, 0)));
        var sunday = week.plusDays(6);
        book(client, series, sunday);

        // when
        var tooEarly = scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("lastOn", sunday.minusDays(1).toString()))
                .put("/api/session-series/{id}/end", series);
        var onTheDay = scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("lastOn", sunday.toString()))
                .put("/api/session-series/{id}/end", series);

        // then
        tooEarly.then().statusCode(409).body("type", equalTo("/problems/series-change-blocked"));
        onTheDay.then()
                .statusCode(200)
                .body(
                        "rrule",
                        equalTo("FREQ=WEEKLY;BYDAY=SU;UNTIL="
                                + sunday.toString().replace("-", "")));
    }

    @Test
    void meetingsOfARuleOnlyAndOnOpenDays() {
        // given
        var series = add(hour("FREQ=WEEKLY;BYDAY=TU,WE", LocalTime.of(5, 0)));

        // when, then
        change(series, week, Map.of("localStart", "10:00")).then().statusCode(404);
        change(series, week.plusDays(1), Map.of("localStart", "10:07"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/localStart"));
        change(series, week.plusDays(1), Map.of("sessionOn", week.plusDays(2).toString()))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/sessionOn"));
        change(series, week.plusDays(1), Map.of("cancelled", true, "tele", false))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/cancelled"));
    }

    @Test
    void moduleIsTaughtMeetingByMeetingAndAClosureOnlyPutsItOff() {
        // given
        var open = Clinic.demoProgram(RIVERSIDE);
        var closed = new HashMap<>(Clinic.program(null));
        closed.put("closures", List.of(Map.of("closedOn", week.plusDays(2).toString(), "reason", "Staff day")));
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(closed)
                .put("/api/programs/{id}", open.id())
                .then()
                .statusCode(200);
        var series = open.series().get("MORNING").toString();
        var curriculum = Map.of(
                "startsOn",
                week.toString(),
                "modules",
                List.of(
                        Map.of("code", "TRIGGERS", "title", "Triggers"),
                        Map.of("code", "CRAVINGS", "title", "Cravings"),
                        Map.of("code", "REFUSAL", "title", "Refusal skills")));

        // when
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(curriculum)
                .put("/api/session-series/{id}/curriculum", series)
                .then()
                .statusCode(200)
                .body("curriculum.firstModule", equalTo(0));

        // then
        scheduler(RIVERSIDE)
                .queryParam("from", week.minusDays(3).toString())
                .queryParam("to", week.plusDays(11).toString())
                .get("/api/session-series/{id}/occurrences", series)
                .then()
                .body("items.moduleCode", contains(null, "TRIGGERS", "CRAVINGS", "REFUSAL", "TRIGGERS", "CRAVINGS"));
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of(
                        "startsOn",
                        week.toString(),
                        "firstModule",
                        1,
                        "modules",
                        List.of(Map.of("code", "ONE", "title", "One"))))
                .put("/api/session-series/{id}/curriculum", series)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/firstModule"));
    }

    @Test
    void nobodyGetsASeatAtATimeThatIsGone() throws Exception {
        // given
        var series = add(hour("FREQ=WEEKLY;BYDAY=TH", LocalTime.of(21, 0)));
        var thursday = week.plusDays(3);
        var clients = new ArrayList<Client>();
        for (int i = 0; i < 6; i++) {
            clients.add(Clinic.admit(program));
        }
        book(clients.get(0), series, thursday);
        var racers = Executors.newFixedThreadPool(8);
        var jobs = new ArrayList<Callable<Integer>>();
        clients.stream()
                .skip(1)
                .forEach(late -> jobs.add(() ->
                        Clinic.book(late, UUID.fromString(series), thursday).statusCode()));
        for (var time : List.of("21:15", "21:30", "21:45")) {
            jobs.add(() -> change(series, thursday, Map.of("localStart", time)).statusCode());
        }

        // when
        var answers = racers.invokeAll(jobs);
        racers.shutdown();

        // then
        for (var answer : answers) {
            assertThat(answer.get()).isIn(200, 201, 409, 412);
        }
        assertThat(database.number("""
                        select count(*) from booking b join session s using (organization_id)
                        where s.id = b.session_id and s.series_id = ? and b.status = 'BOOKED'
                          and (b.starts_at <> s.starts_at or b.ends_at <> s.ends_at)
                        """, UUID.fromString(series))).isZero();
    }

    @Test
    void rosterGivesAMeetingToItsSubstituteAndSaysWhatItTeaches() {
        // given
        var open = Clinic.demoProgram(RIVERSIDE);
        var rowan = open.clinicians().get("Rowan Sample").toString();
        var emerson = open.clinicians().get("Emerson Sample").toString();
        var afternoon = open.series().get("AFTERNOON");
        var led = new HashMap<>(Clinic.series(open.id(), "GROUP", "AFTERNOON", "13:00"));
        led.put("facilitatorId", rowan);
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(led)
                .put("/api/session-series/{id}", afternoon)
                .then()
                .statusCode(200);
        change(afternoon.toString(), week.plusDays(2), Map.of("facilitatorId", emerson))
                .then()
                .statusCode(200);
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of(
                        "startsOn",
                        week.toString(),
                        "modules",
                        List.of(
                                Map.of("code", "TRIGGERS", "title", "Triggers"),
                                Map.of("code", "CRAVINGS", "title", "Cravings"))))
                .put("/api/session-series/{id}/curriculum", afternoon)
                .then()
                .statusCode(200);
        Clinic.admitAvailable(open, "12:00", "21:00");

        // when
        Clinic.roster(open, week);

        // then
        var sessions = scheduler(RIVERSIDE)
                .queryParam("programId", open.id())
                .queryParam("weekStartingOn", week.toString())
                .queryParam("limit", 200)
                .get("/api/sessions");
        assertThat(sessions.<List<String>>path(
                        "items.findAll { it.seriesId == '" + afternoon + "' }.sort { it.sessionOn }.clinicianId"))
                .containsExactly(rowan, emerson, rowan);
        assertThat(sessions.<List<String>>path(
                        "items.findAll { it.seriesId == '" + afternoon + "' }.sort { it.sessionOn }.moduleCode"))
                .containsExactly("TRIGGERS", "CRAVINGS", "TRIGGERS");
    }
}
