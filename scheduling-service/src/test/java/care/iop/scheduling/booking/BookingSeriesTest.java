package care.iop.scheduling.booking;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static care.iop.scheduling.booking.BookingCalls.appointment;
import static care.iop.scheduling.booking.BookingCalls.bookSeries;
import static care.iop.scheduling.booking.BookingCalls.cancel;
import static care.iop.scheduling.booking.BookingCalls.move;
import static care.iop.scheduling.booking.BookingCalls.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many seats at once: all or none, and changed one, from one on, or all. */
@ServiceTest
class BookingSeriesTest {

    private DemoProgram program;
    private Client client;
    private UUID rowan;
    private UUID office;
    private LocalDate monday;

    @Inject
    Database database;

    @BeforeEach
    void openProgram() {
        program = Clinic.demoProgram(RIVERSIDE);
        client = Clinic.admit(program);
        rowan = program.clinicians().get("Rowan Sample");
        office = program.rooms().get("Office 1");
        monday = Clinic.weekAhead();
    }

    private long bookedOf(Client someone) {
        return database.number(
                "select count(*) from booking where enrollment_id = ? and status = 'BOOKED'", someone.enrollmentId());
    }

    @Test
    void weeksAndDaysAreBookedTogetherAndToldOneByOne() {
        // when
        var response = bookSeries(
                client,
                monday,
                monday.plusDays(20),
                List.of(
                        Map.of("seriesId", program.series().get("MORNING")),
                        weekly(appointment(rowan, office, "14:00"), "TUESDAY", "THURSDAY")));

        // then
        response.then()
                .statusCode(201)
                .body("bookings", hasSize(15))
                .body("bookings.status", everyItem(equalTo("BOOKED")))
                .body("bookings.bookingSeriesId", everyItem(equalTo(response.path("id"))))
                .body("closedDays", hasSize(0));
        List<String> days = response.path("bookings.sessionOn");
        assertThat(days)
                .isSorted()
                .startsWith(monday.toString(), monday.plusDays(1).toString());
        try (var kafka = KafkaProbe.connect()) {
            List<String> ids = response.path("bookings.id");
            for (var id : ids) {
                kafka.awaitEvent("scheduling.session.v1", "care.iop.scheduling.session-booked.v1", UUID.fromString(id));
            }
        }
        scheduler(RIVERSIDE)
                .get("/api/booking-series/{id}", response.<String>path("id"))
                .then()
                .statusCode(200)
                .body("bookings", hasSize(15));
    }

    @Test
    void everyObstacleIsReportedWithTheNearestThatIsFreeAndNothingIsBooked() {
        // given: the clinician is taken on the second Tuesday, and the client on the third
        var other = Clinic.admit(program);
        BookingCalls.book(other, monday.plusDays(8), appointment(rowan, null, "14:30"))
                .then()
                .statusCode(201);
        BookingCalls.book(
                        client,
                        monday.plusDays(15),
                        appointment(program.clinicians().get("Emerson Sample"), null, "13:30"))
                .then()
                .statusCode(201);

        // when
        var response = bookSeries(
                client,
                monday,
                monday.plusDays(27),
                List.of(
                        weekly(appointment(rowan, office, "14:00"), "TUESDAY"),
                        weekly(appointment(rowan, office, "07:00"), "FRIDAY")));

        // then
        response.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/bookings-in-the-way"))
                .body(
                        "obstacles.findAll { it.item == 0 }.reason",
                        contains("CLINICIAN_DOUBLE_BOOKED", "CLIENT_DOUBLE_BOOKED"))
                .body("obstacles.findAll { it.item == 1 }.reason", hasSize(4))
                .body("obstacles.findAll { it.item == 1 }.reason", everyItem(equalTo("CLINICIAN_NOT_WORKING")))
                .body(
                        "obstacles.find { it.reason == 'CLINICIAN_DOUBLE_BOOKED' }.sessionOn",
                        equalTo(monday.plusDays(8).toString()))
                .body(
                        "obstacles.find { it.reason == 'CLINICIAN_DOUBLE_BOOKED' }.detail",
                        containsString("from 14:30 to 15:30"))
                .body(
                        "obstacles.find { it.reason == 'CLINICIAN_DOUBLE_BOOKED' }.alternative.localStart",
                        equalTo("13:30:00"))
                .body(
                        "obstacles.find { it.reason == 'CLIENT_DOUBLE_BOOKED' }.alternative.localStart",
                        equalTo("14:30:00"))
                .body("obstacles.find { it.item == 1 }.alternative.localStart", equalTo("08:00:00"));
        assertThat(bookedOf(client)).isEqualTo(1);
        String on = response.path("obstacles.find { it.reason == 'CLIENT_DOUBLE_BOOKED' }.alternative.sessionOn");
        String at = response.path("obstacles.find { it.reason == 'CLIENT_DOUBLE_BOOKED' }.alternative.localStart");
        BookingCalls.book(client, LocalDate.parse(on), appointment(rowan, office, at))
                .then()
                .statusCode(201);
    }

    @Test
    void fullMeetingIsReportedWithAnotherOfItsKind() {
        // given
        var full = BookingCalls.checkIn(program, 1, "06:00");
        var free = BookingCalls.checkIn(program, 1, "08:00");
        Clinic.book(Clinic.admit(program), full, monday.plusDays(5)).then().statusCode(201);

        // when
        var response = bookSeries(client, monday, monday.plusDays(6), List.of(Map.of("seriesId", full)));

        // then
        response.then()
                .statusCode(409)
                .body("obstacles", hasSize(1))
                .body("obstacles[0].reason", equalTo("SESSION_FULL"))
                .body("obstacles[0].alternative.seriesId", equalTo(free.toString()))
                .body(
                        "obstacles[0].alternative.sessionOn",
                        equalTo(monday.plusDays(5).toString()));
    }

    @Test
    void itemsThatRunIntoEachOtherAreAnObstacle() {
        // when
        var response = bookSeries(
                client,
                monday,
                monday.plusDays(6),
                List.of(
                        weekly(appointment(rowan, office, "14:00"), "TUESDAY"),
                        weekly(appointment(program.clinicians().get("Emerson Sample"), null, "14:30"), "TUESDAY")));

        // then
        response.then()
                .statusCode(409)
                .body("obstacles.reason", contains("CLIENT_DOUBLE_BOOKED"))
                .body("obstacles[0].item", equalTo(1));
    }

    @Test
    void closedDaysAndThoseLeftOutAreNotBooked() {
        // given
        var closed = monday.plusDays(8);
        var revised = Clinic.program(null);
        revised.put("closures", List.of(Map.of("closedOn", closed.toString(), "reason", "Holiday")));
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(revised)
                .put("/api/programs/{id}", program.id())
                .then()
                .statusCode(200);

        // when
        var response = scheduler(RIVERSIDE)
                .body(Map.of(
                        "enrollmentId", client.enrollmentId(),
                        "from", monday.toString(),
                        "until", monday.plusDays(20).toString(),
                        "items", List.of(weekly(appointment(rowan, office, "14:00"), "TUESDAY", "THURSDAY")),
                        "leaveOut", List.of(monday.plusDays(3).toString())))
                .post("/api/booking-series");

        // then
        response.then()
                .statusCode(201)
                .body("closedDays", contains(closed.toString()))
                .body(
                        "bookings.sessionOn",
                        contains(
                                monday.plusDays(1).toString(),
                                monday.plusDays(10).toString(),
                                monday.plusDays(15).toString(),
                                monday.plusDays(17).toString()));
    }

    @Test
    void everyOtherWeekSkipsTheWeeksBetween() {
        // when
        var response = bookSeries(
                client,
                monday,
                monday.plusDays(27),
                List.of(Map.of(
                        "appointment",
                        appointment(rowan, office, "14:00"),
                        "days",
                        List.of("TUESDAY"),
                        "everyWeeks",
                        2)));

        // then
        response.then()
                .statusCode(201)
                .body(
                        "bookings.sessionOn",
                        contains(
                                monday.plusDays(1).toString(),
                                monday.plusDays(15).toString()));
    }

    @Test
    void seriesAgainstSeriesHasOneWinnerWhoGetsAllAndALoserWhoHearsOfAll() throws Exception {
        // given: each wants the other's weeks too, in another order
        var other = Clinic.admit(program);
        for (int round = 0; round < 5; round++) {
            var from = monday.plusWeeks(6L * round);
            var until = from.plusDays(27);
            var hour = appointment(rowan, office, "14:00");
            var forward = List.of(weekly(hour, "TUESDAY"), weekly(hour, "THURSDAY"));
            var backward = List.of(weekly(hour, "THURSDAY"), weekly(hour, "TUESDAY"));

            // when
            List<Callable<Response>> both = List.of(
                    () -> bookSeries(client, from, until, forward), () -> bookSeries(other, from, until, backward));
            var answers = Racers.race(both);

            // then
            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
            var lost = answers.stream()
                    .filter(answer -> answer.statusCode() == 409)
                    .findFirst()
                    .orElseThrow();
            lost.then().body("obstacles.findAll { it.reason == 'CLINICIAN_DOUBLE_BOOKED' }", hasSize(8));
            assertThat(bookedOf(client) + bookedOf(other)).isEqualTo(8L * (round + 1));
        }
    }

    @Test
    void retryWithTheSameKeyBooksOnce() {
        // given
        var key = UUID.randomUUID().toString();
        var body = Map.of(
                "enrollmentId", client.enrollmentId(),
                "from", monday.toString(),
                "until", monday.plusDays(6).toString(),
                "items", List.of(weekly(appointment(rowan, office, "14:00"), "TUESDAY")));

        // when
        var first =
                scheduler(RIVERSIDE).header("Idempotency-Key", key).body(body).post("/api/booking-series");
        var retry =
                scheduler(RIVERSIDE).header("Idempotency-Key", key).body(body).post("/api/booking-series");

        // then
        first.then().statusCode(201);
        retry.then().statusCode(201).body("id", equalTo(first.path("id")));
        assertThat(bookedOf(client)).isEqualTo(1);
    }

    @Test
    void requestThatMakesNoSenseNamesTheField() {
        // given
        var hour = appointment(rowan, office, "14:00");

        // when, then
        refused(bookSeries(client, monday, monday.minusDays(1), List.of(weekly(hour, "TUESDAY"))), "/until");
        refused(bookSeries(client, monday, monday.plusDays(367), List.of(weekly(hour, "TUESDAY"))), "/until");
        refused(bookSeries(client, monday, monday.plusDays(6), List.of(Map.of("appointment", hour))), "/items/0/days");
        refused(bookSeries(client, monday, monday, List.of(weekly(hour, "TUESDAY"))), "/items/0");
        refused(bookSeries(client, Clinic.lastWeek().minusDays(1), monday, List.of(weekly(hour, "TUESDAY"))), "/from");
        refused(
                bookSeries(
                        client,
                        monday,
                        monday.plusDays(6),
                        List.of(weekly(appointment(rowan, office, "14:05"), "TUESDAY"))),
                "/items/0/appointment/localStart");
        refused(
                bookSeries(
                        client,
                        monday,
                        monday.plusDays(6),
                        List.of(weekly(
                                appointment(program.clinicians().get("Marlow Sample"), office, "14:00"), "TUESDAY"))),
                "/items/0/appointment/clinicianId");
    }

    private static void refused(Response response, String pointer) {
        response.then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    /** Three Tuesdays, 14:00 to 15:00. */
    private List<String> threeTuesdays() {
        return bookSeries(
                        client,
                        monday,
                        monday.plusDays(20),
                        List.of(weekly(appointment(rowan, office, "14:00"), "TUESDAY")))
                .then()
                .statusCode(201)
                .extract()
                .path("bookings.id");
    }

    @Test
    void movingOneOfThreeLeavesThree() {
        // given
        var ids = threeTuesdays();

        // when
        var moved = move(ids.get(1), Map.of("days", 1, "localStart", "15:00"));

        // then
        moved.then()
                .statusCode(200)
                .body("bookings", hasSize(1))
                .body("bookings[0].id", equalTo(ids.get(1)))
                .body("bookings[0].sessionOn", equalTo(monday.plusDays(9).toString()));
        assertThat(bookedOf(client)).isEqualTo(3);
        assertThat(database.number(
                        "select count(*) from session where clinician_id = ? and status = 'SCHEDULED' and seats_taken = 1",
                        rowan))
                .isEqualTo(3);
        // and the old time is free for somebody else, the new one is not
        var other = Clinic.admit(program);
        BookingCalls.book(other, monday.plusDays(9), appointment(rowan, null, "15:00"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/clinician-double-booked"));
        BookingCalls.book(other, monday.plusDays(8), appointment(rowan, office, "14:00"))
                .then()
                .statusCode(201);
        try (var kafka = KafkaProbe.connect()) {
            var told = kafka.await("scheduling.session.v1", 2, message -> ids.get(1)
                    .equals(message.headers().get("ce_subject")));
            assertThat(told).extracting(message -> message.event().version()).containsExactly(0L, 1L);
            assertThat(told.get(1).event().data().get("sessionOn").asText())
                    .isEqualTo(monday.plusDays(9).toString());
        }
    }

    @Test
    void thisAndFollowingMoveAndTheFirstStays() {
        // given
        var ids = threeTuesdays();

        // when
        move(ids.get(1), Map.of("scope", "THIS_AND_FOLLOWING", "days", 2))
                .then()
                .statusCode(200)
                .body(
                        "bookings.sessionOn",
                        contains(
                                monday.plusDays(10).toString(),
                                monday.plusDays(17).toString()));

        // then
        assertThat(database.texts(
                        "select session_on from booking where enrollment_id = ? and status = 'BOOKED' order by starts_at",
                        client.enrollmentId()))
                .containsExactly(
                        monday.plusDays(1).toString(),
                        monday.plusDays(10).toString(),
                        monday.plusDays(17).toString());
    }

    @Test
    void seriesThatMovesOntoItselfMovesWhole() {
        // given: on Monday, Tuesday and Wednesday
        var hour = appointment(rowan, office, "14:00");
        List<String> ids = bookSeries(
                        client, monday, monday.plusDays(2), List.of(weekly(hour, "MONDAY", "TUESDAY", "WEDNESDAY")))
                .path("bookings.id");

        // when
        var later = move(ids.get(2), Map.of("scope", "ALL", "days", 1));
        var earlier = move(ids.get(0), Map.of("scope", "ALL", "localStart", "13:30"));

        // then
        later.then()
                .statusCode(200)
                .body(
                        "bookings.sessionOn",
                        contains(
                                monday.plusDays(1).toString(),
                                monday.plusDays(2).toString(),
                                monday.plusDays(3).toString()));
        earlier.then().statusCode(200).body("bookings", hasSize(3));
        assertThat(bookedOf(client)).isEqualTo(3);
    }

    @Test
    void seriesDoesNotMovePartly() {
        // given: somebody else has the third Wednesday
        var ids = threeTuesdays();
        BookingCalls.book(Clinic.admit(program), monday.plusDays(16), appointment(rowan, null, "14:00"))
                .then()
                .statusCode(201);

        // when
        var response = move(ids.get(0), Map.of("scope", "ALL", "days", 1));

        // then
        response.then()
                .statusCode(409)
                .body("obstacles", hasSize(1))
                .body("obstacles[0].bookingId", equalTo(ids.get(2)))
                .body("obstacles[0].reason", equalTo("CLINICIAN_DOUBLE_BOOKED"))
                .body("obstacles[0].alternative", notNullValue());
        assertThat(database.texts(
                        "select session_on from booking where enrollment_id = ? order by starts_at",
                        client.enrollmentId()))
                .containsExactly(
                        monday.plusDays(1).toString(),
                        monday.plusDays(8).toString(),
                        monday.plusDays(15).toString());
    }

    @Test
    void groupBookingMovesToAnotherGroupAndTheSeatsFollow() {
        // given
        var small = BookingCalls.checkIn(program, 2, "06:00");
        var other = BookingCalls.group(program, 1, "FREQ=WEEKLY;BYDAY=SU", "06:00");
        String booking = Clinic.book(client, small, monday.plusDays(5)).path("id");

        // when
        var noMeeting = move(booking, Map.of("seriesId", other));
        var moved = move(booking, Map.of("seriesId", other, "days", 1));
        var full = move(
                Clinic.book(Clinic.admit(program), small, monday.plusDays(5)).path("id"),
                Map.of("seriesId", other, "days", 1));

        // then
        noMeeting.then().statusCode(409).body("obstacles[0].reason", equalTo("NO_MEETING"));
        moved.then()
                .statusCode(200)
                .body("bookings[0].sessionOn", equalTo(monday.plusDays(6).toString()));
        full.then().statusCode(409).body("obstacles[0].reason", equalTo("SESSION_FULL"));
        assertThat(database.number("select seats_taken from session where series_id = ?", small))
                .isEqualTo(1);
        assertThat(database.number("select seats_taken from session where series_id = ?", other))
                .isEqualTo(1);
    }

    @Test
    void cancelledFromOneOnOrAltogether() {
        // given
        var ids = threeTuesdays();

        // when, then
        cancel(ids.get(1), Map.of("reason", "CLIENT_REQUEST", "scope", "THIS_AND_FOLLOWING"))
                .then()
                .statusCode(200)
                .body("id", equalTo(ids.get(1)))
                .body("status", equalTo("CANCELLED"));
        assertThat(bookedOf(client)).isEqualTo(1);
        cancel(ids.get(2), Map.of("reason", "CLIENT_REQUEST", "scope", "ALL"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/booking-cancelled"));
        cancel(ids.get(0), Map.of("reason", "CLIENT_REQUEST", "scope", "ALL"))
                .then()
                .statusCode(200);
        assertThat(bookedOf(client)).isZero();
        assertThat(database.number(
                        "select count(*) from session where clinician_id = ? and status = 'SCHEDULED'", rowan))
                .isZero();
    }

    @Test
    void changeNeedsTheVersionThatWasRead() {
        // given
        var ids = threeTuesdays();

        // when
        var absent = scheduler(RIVERSIDE).body(Map.of("days", 1)).post("/api/bookings/{id}/move", ids.get(0));
        var stale = scheduler(RIVERSIDE)
                .header("If-Match", "\"7\"")
                .body(Map.of("days", 1, "scope", "ALL"))
                .post("/api/bookings/{id}/move", ids.get(0));

        // then
        absent.then().statusCode(428);
        stale.then().statusCode(412);
    }

    @Test
    void whatIsOverIsMovedOnlyByForce() {
        // given
        String past = BookingCalls.book(client, Clinic.lastWeek().plusDays(1), appointment(rowan, office, "14:00"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // when, then
        move(past, Map.of("days", 1)).then().statusCode(409).body("type", equalTo("/problems/notice-too-short"));
        move(past, Map.of("days", 1, "forced", true)).then().statusCode(200);
        Clinic.clinician(RIVERSIDE)
                .body(Map.of("code", "ATTENDED"))
                .post("/api/bookings/{id}/attendance", past)
                .then()
                .statusCode(201);
        move(past, Map.of("days", 1, "forced", true))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/attendance-recorded"));
    }

    @Test
    void whateverIsDoneAtOnceSeatsAndHoursStayTrue() throws Exception {
        // given: three sessions of two seats at one time and one at another, and more clients than seats
        var clients = List.of(
                client, Clinic.admit(program), Clinic.admit(program), Clinic.admit(program), Clinic.admit(program));
        var groups = List.of(
                BookingCalls.checkIn(program, 2, "06:00"),
                BookingCalls.checkIn(program, 2, "06:30"),
                BookingCalls.checkIn(program, 1, "08:00"));
        var saturday = monday.plusDays(5);
        var work = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < clients.size(); i++) {
            var someone = clients.get(i);
            var random = new java.util.Random(i);
            work.add(() -> {
                var worst = 0;
                var mine = new ArrayList<String>();
                for (int step = 0; step < 25; step++) {
                    var group = groups.get(random.nextInt(3));
                    var response =
                            switch (mine.isEmpty() ? random.nextInt(2) : random.nextInt(5)) {
                                case 0 -> Clinic.book(someone, group, saturday);
                                case 1 -> BookingCalls.hold(someone, group, saturday);
                                case 2 -> cancel(mine.remove(0), Map.of("reason", "CLIENT_REQUEST"));
                                case 3 -> move(mine.get(0), Map.of("seriesId", group));
                                default ->
                                    scheduler(RIVERSIDE).post("/api/holds/{id}/booking", mine.get(mine.size() - 1));
                            };
                    if (response.statusCode() == 201 && response.path("id") != null) {
                        String id = response.path("id");
                        if (!mine.contains(id)) {
                            mine.add(id);
                        }
                    }
                    worst = Math.max(worst, response.statusCode());
                }
                return worst;
            });
        }

        // when
        var worst = Racers.race(work);

        // then
        assertThat(worst).allMatch(status -> status < 500);
        assertThat(database.texts("""
                        select s.id from session s where s.program_id = ? and s.seats_taken <>
                          (select count(*) from booking b where b.session_id = s.id and b.status in ('HELD', 'BOOKED'))
                        """, program.id())).isEmpty();
        assertThat(database.texts("""
                        select a.id from booking a join booking b on a.patient_id = b.patient_id and a.id <> b.id
                         and a.during && b.during
                        where a.program_id = ? and a.status in ('HELD', 'BOOKED') and b.status in ('HELD', 'BOOKED')
                        """, program.id())).isEmpty();
        assertThat(database.number(
                        "select count(*) from session where program_id = ? and seats_taken > capacity", program.id()))
                .isZero();
    }

    @Test
    void seriesIsNotSeenFromElsewhere() {
        // given
        threeTuesdays();

        // when
        var response = scheduler(Clinic.LAKESIDE).get("/api/booking-series/{id}", UUID.randomUUID());

        // then
        response.then().statusCode(404).body("obstacles", nullValue());
    }
}
