package care.iop.scheduling.booking;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody sits in two sessions at once, no clinician and no room is booked twice, and no race finds a seat too many. */
@ServiceTest
class SeatsTest {

    private static DemoProgram program;

    @Inject
    Database database;

    @BeforeEach
    void openProgram() {
        if (program == null) {
            program = Clinic.demoProgram(RIVERSIDE);
        }
    }

    private static UUID series(int capacity, String rrule, String localStart) {
        var series = Clinic.series(program.id(), "CHECK_IN", "MORNING", localStart);
        series.putAll(Map.of("capacity", capacity, "minimumSize", 0, "rrule", rrule, "durationMinutes", 60));
        return UUID.fromString(scheduler(RIVERSIDE)
                .body(series)
                .post("/api/session-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    @Test
    void raceForTheLastSeatsFillsTheSessionAndNoMore() throws Exception {
        // given
        var saturday = Clinic.weekAhead().plusDays(5);
        var threeSeats = series(3, "FREQ=WEEKLY;BYDAY=SA", "14:00");
        var clients = new ArrayList<Client>();
        for (int i = 0; i < 8; i++) {
            clients.add(Clinic.admit(program));
        }
        var start = new CountDownLatch(1);
        var racers = Executors.newFixedThreadPool(clients.size());

        // when
        List<Future<Integer>> answers = clients.stream()
                .map(client -> racers.submit(() -> {
                    start.await();
                    return Clinic.book(client, threeSeats, saturday).statusCode();
                }))
                .toList();
        start.countDown();

        // then
        var statuses = statuses(answers);
        racers.shutdown();
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(database.number(
                        "select count(*) from booking b join session s on s.id = b.session_id"
                                + " where s.series_id = ? and b.status = 'BOOKED'",
                        threeSeats))
                .isEqualTo(3);
        assertThat(database.number("select seats_taken from session where series_id = ?", threeSeats))
                .isEqualTo(3);
    }

    @Test
    void raceOfOneClientForTwoSessionsAtOnceHasOneWinner() throws Exception {
        // given
        var saturday = Clinic.weekAhead().plusDays(5);
        var first = series(12, "FREQ=WEEKLY;BYDAY=SA", "16:00");
        var second = series(12, "FREQ=WEEKLY;BYDAY=SA", "16:30");
        var client = Clinic.admit(program);
        var start = new CountDownLatch(1);
        var racers = Executors.newFixedThreadPool(2);

        // when
        var answers = List.of(
                racers.submit(() -> {
                    start.await();
                    return Clinic.book(client, first, saturday).statusCode();
                }),
                racers.submit(() -> {
                    start.await();
                    return Clinic.book(client, second, saturday).statusCode();
                }));
        start.countDown();

        // then
        var statuses = statuses(answers);
        racers.shutdown();
        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    }

    private static List<Integer> statuses(List<Future<Integer>> answers)
            throws InterruptedException, ExecutionException {
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get());
        }
        return statuses;
    }

    @Test
    void fullSessionSaysSoAndACancelledSeatIsFreeAgain() {
        // given
        var saturday = Clinic.weekAhead().plusDays(5);
        var oneSeat = series(1, "FREQ=WEEKLY;BYDAY=SA", "18:00");
        var first = Clinic.admit(program);
        var second = Clinic.admit(program);
        String booking = Clinic.book(first, oneSeat, saturday)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Clinic.book(second, oneSeat, saturday).then().statusCode(409).body("type", equalTo("/problems/session-full"));

        // when
        scheduler(RIVERSIDE)
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "CLIENT_REQUEST"))
                .post("/api/bookings/{id}/cancellation", booking)
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .header("ETag", "\"1\"");

        // then
        Clinic.book(second, oneSeat, saturday).then().statusCode(201);
        try (var kafka = KafkaProbe.connect()) {
            var cancelled = kafka.awaitEvent(
                    "scheduling.session.v1",
                    "care.iop.scheduling.session-booking-cancelled.v1",
                    UUID.fromString(booking));
            assertThat(cancelled.version()).isEqualTo(1);
            assertThat(cancelled.data().get("admissionId").asText())
                    .isEqualTo(first.enrollmentId().toString());
        }
    }

    @Test
    void sessionsThatTouchAreNoDoubleBooking() {
        // given
        var saturday = Clinic.weekAhead().plusDays(5);
        var client = Clinic.admit(program);
        Clinic.book(client, series(12, "FREQ=WEEKLY;BYDAY=SA", "06:00"), saturday)
                .then()
                .statusCode(201);

        // when
        var touching = Clinic.book(client, series(12, "FREQ=WEEKLY;BYDAY=SA", "07:00"), saturday);
        var overlapping = Clinic.book(client, series(12, "FREQ=WEEKLY;BYDAY=SA", "07:45"), saturday);

        // then
        touching.then().statusCode(201);
        overlapping.then().statusCode(409).body("type", equalTo("/problems/client-double-booked"));
    }

    @Test
    void databaseItselfRefusesAClinicianOrARoomTwiceAtOnce() throws SQLException {
        // given
        var rowan = program.clinicians().get("Rowan Sample");
        var office = program.rooms().get("Office 1");
        schedule("2031-03-03T15:00:00Z", "2031-03-03T16:00:00Z", rowan, office);

        // when, then
        schedule("2031-03-03T16:00:00Z", "2031-03-03T17:00:00Z", rowan, office);
        assertThatThrownBy(() -> schedule("2031-03-03T15:59:00Z", "2031-03-03T16:30:00Z", rowan, null))
                .hasMessageContaining("session_clinician_free");
        assertThatThrownBy(() -> schedule("2031-03-03T14:30:00Z", "2031-03-03T15:01:00Z", null, office))
                .hasMessageContaining("session_room_free");
    }

    private void schedule(String startsAt, String endsAt, UUID clinician, UUID room) throws SQLException {
        database.change("""
                insert into session (organization_id, id, version, program_id, kind, session_on, starts_at, ends_at, zone,
                                     clinician_id, room_id, capacity, status)
                values (?, ?, 0, ?, 'INDIVIDUAL', '2031-03-03', ?::timestamptz, ?::timestamptz, 'America/New_York',
                        ?::uuid, ?::uuid, 1, 'SCHEDULED')
                """, RIVERSIDE, UUID.randomUUID(), program.id(), startsAt, endsAt, clinician, room);
    }

    @Test
    void refusesADayOnWhichTheSeriesDoesNotMeetOrBeforeAdmission() {
        // given
        var client = Clinic.admit(program);
        var checkIn = program.series().get("CHECK_IN");

        // when, then
        Clinic.book(client, checkIn, Clinic.weekAhead())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/sessionOn"));
        Clinic.book(client, checkIn, Clinic.lastWeek().minusDays(2))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/sessionOn"));
        Clinic.book(client, UUID.randomUUID(), Clinic.weekAhead().plusDays(5))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/seriesId"));
    }

    @Test
    void cancellationWithinTheNoticePeriodIsForcedOrRefused() {
        // given: a session of last week
        var client = Clinic.admit(program);
        String booking = Clinic.book(
                        client,
                        program.series().get("CHECK_IN"),
                        Clinic.lastWeek().plusDays(5))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // when, then
        cancel(booking, "\"0\"", Map.of("reason", "CLIENT_REQUEST"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/notice-too-short"));
        cancel(booking, null, Map.of("reason", "ENTERED_IN_ERROR", "forced", true))
                .then()
                .statusCode(428);
        cancel(booking, "\"7\"", Map.of("reason", "ENTERED_IN_ERROR", "forced", true))
                .then()
                .statusCode(412);
        cancel(booking, "\"0\"", Map.of("reason", "ENTERED_IN_ERROR", "forced", true))
                .then()
                .statusCode(200);
        cancel(booking, "*", Map.of("reason", "ENTERED_IN_ERROR", "forced", true))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/booking-cancelled"));
    }

    private static io.restassured.response.Response cancel(String booking, String ifMatch, Map<String, Object> body) {
        var request = scheduler(RIVERSIDE).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/api/bookings/{id}/cancellation", booking);
    }

    @Test
    void listsByPatientInPages() {
        // given
        var client = Clinic.admit(program);
        LocalDate saturday = Clinic.weekAhead().plusDays(5);
        for (int week = 0; week < 3; week++) {
            Clinic.book(client, program.series().get("CHECK_IN"), saturday.plusWeeks(week))
                    .then()
                    .statusCode(201);
        }

        // when
        var page = scheduler(RIVERSIDE)
                .queryParam("patientId", client.patientId())
                .queryParam("limit", 2)
                .get("/api/bookings");
        var week = scheduler(RIVERSIDE)
                .queryParam("patientId", client.patientId())
                .queryParam("weekStartingOn", saturday.minusDays(5).toString())
                .get("/api/bookings");

        // then
        page.then().statusCode(200).body("items", hasSize(2));
        assertThat(page.header("Link")).contains("rel=\"next\"");
        week.then().statusCode(200).body("items", hasSize(1));
        assertThat(database.number(
                        "select count(*) from access_log where person_id = ? and resource = 'Booking' and action = 'READ'",
                        client.patientId()))
                .isEqualTo(2);
        assertThat(database.number(
                        "select count(*) from access_log where person_id = ? and resource = 'Booking' and action = 'WRITE'",
                        client.patientId()))
                .isEqualTo(3);
    }
}
