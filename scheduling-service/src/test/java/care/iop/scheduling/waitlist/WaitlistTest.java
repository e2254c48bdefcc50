package care.iop.scheduling.waitlist;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A freed seat is kept for the first in line, by priority and then by waiting time, and nobody else gets it. */
@ServiceTest
class WaitlistTest {

    private static final LocalDate SATURDAY = Clinic.weekAhead().plusDays(5);

    private static DemoProgram program;
    private static int hour = 6;

    @Inject
    Database database;

    @BeforeEach
    void openProgram() {
        if (program == null) {
            program = Clinic.demoProgram(RIVERSIDE);
        }
    }

    private static UUID series(int capacity) {
        var series = Clinic.series(program.id(), "CHECK_IN", "MORNING", "%02d:00".formatted(hour++));
        series.putAll(Map.of(
                "capacity",
                capacity,
                "minimumSize",
                0,
                "rrule",
                "FREQ=WEEKLY;BYDAY=SA",
                "durationMinutes",
                60,
                "tele",
                true));
        return UUID.fromString(scheduler(RIVERSIDE)
                .body(series)
                .post("/api/session-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static Response join(Client client, UUID series, LocalDate... days) {
        return scheduler(RIVERSIDE)
                .body(Map.of(
                        "enrollmentId",
                        client.enrollmentId(),
                        "seriesId",
                        series,
                        "days",
                        List.of(days).stream().map(LocalDate::toString).toList()))
                .post("/api/waitlist-entries");
    }

    private static String joined(Client client, UUID series, LocalDate... days) {
        return join(client, series, days).then().statusCode(201).extract().path("id");
    }

    private static Client urgent() {
        var client = Clinic.admit(program);
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("priority", 3))
                .put("/api/enrollments/{id}/preferences", client.enrollmentId())
                .then()
                .statusCode(200);
        return client;
    }

    private static String booked(Client client, UUID series, LocalDate day) {
        return Clinic.book(client, series, day).then().statusCode(201).extract().path("id");
    }

    private static void cancel(String booking) {
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("reason", "CLIENT_REQUEST"))
                .post("/api/bookings/{id}/cancellation", booking)
                .then()
                .statusCode(200);
    }

    private static Response entry(String id) {
        return scheduler(RIVERSIDE).get("/api/waitlist-entries/{id}", id);
    }

    private static void awaitStatus(String id, String status) {
        await().atMost(20, SECONDS).until(() -> status.equals(entry(id).path("status")));
    }

    private static Response act(String id, String what) {
        return scheduler(RIVERSIDE).post("/api/waitlist-entries/{id}/{what}", id, what);
    }

    @Test
    void freedSeatGoesByPriorityThenByWaitingTimeAndToNobodyElse() {
        // given: a full meeting and three who wait, the last to come the most urgent
        var series = series(1);
        var seat = booked(Clinic.admit(program), series, SATURDAY);
        var first = joined(Clinic.admit(program), series, SATURDAY);
        var second = joined(Clinic.admit(program), series, SATURDAY);
        var urgent = joined(urgent(), series, SATURDAY);
        entry(second)
                .then()
                .body("position", equalTo(3))
                .body("aheadByPriority", equalTo(1))
                .body("aheadByTime", equalTo(1))
                .body("text", equalTo("Number 3 in line: 1 before has a higher priority, 1 waits longer."));
        act(first, "acceptance").then().statusCode(409).body("type", equalTo("/problems/waitlist-not-offered"));

        // when
        cancel(seat);
        awaitStatus(urgent, "OFFERED");

        // then: the seat is kept
        Clinic.book(Clinic.admit(program), series, SATURDAY)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/session-full"));
        entry(first).then().body("status", equalTo("WAITING")).body("text", equalTo("Next in line."));

        // when: declined, then taken by the next
        act(urgent, "refusal").then().statusCode(200).body("status", equalTo("DECLINED"));
        awaitStatus(first, "OFFERED");
        act(first, "acceptance")
                .then()
                .statusCode(200)
                .body("entry.status", equalTo("ACCEPTED"))
                .body("bookingIds", hasSize(1));

        // then
        act(first, "acceptance").then().statusCode(409).body("type", equalTo("/problems/waitlist-entry-ended"));
        assertThat(database.number("select seats_taken from session where series_id = ?", series))
                .isEqualTo(1);
        entry(second).then().body("status", equalTo("WAITING")).body("position", equalTo(1));
    }

    @Test
    void offerThatIsNotAnsweredEndsAndTheNextIsOfferedTheSeat() throws SQLException {
        // given
        var series = series(1);
        var seat = booked(Clinic.admit(program), series, SATURDAY);
        var silent = joined(Clinic.admit(program), series, SATURDAY);
        var next = joined(Clinic.admit(program), series, SATURDAY);
        cancel(seat);
        awaitStatus(silent, "OFFERED");

        // when
        database.change(
                "update waitlist_entry set offer_until = now() - interval '1 second' where id = ?",
                UUID.fromString(silent));

        // then
        awaitStatus(silent, "EXPIRED");
        awaitStatus(next, "OFFERED");
        act(silent, "acceptance").then().statusCode(409);
        assertThat(database.number("select seats_taken from session where series_id = ?", series))
                .isEqualTo(1);
    }

    @Test
    void seatsInSeveralMeetingsAreOfferedTogether() {
        // given: two Saturdays, one of them full
        var series = series(1);
        booked(Clinic.admit(program), series, SATURDAY);
        var second = Clinic.admit(program);
        var helper = booked(second, series, SATURDAY.plusWeeks(1));
        cancel(helper);
        var waits = joined(Clinic.admit(program), series, SATURDAY, SATURDAY.plusWeeks(1));

        // when: the second Saturday is free, the first is not
        var seat = database.texts(
                        "select b.id from booking b join session s on s.id = b.session_id where s.series_id = ? and b.status = 'BOOKED'",
                        series)
                .get(0);
        entry(waits).then().body("status", equalTo("WAITING"));
        cancel(seat);
        awaitStatus(waits, "OFFERED");

        // then
        act(waits, "acceptance").then().statusCode(200).body("bookingIds", hasSize(2));
    }

    @Test
    void whoCantComeIsPassedOverWithTheReason() {
        // given: the first in line sits elsewhere at that time
        var series = series(1);
        var seat = booked(Clinic.admit(program), series, SATURDAY);
        hour--;
        var sameTime = series(5);
        var busy = Clinic.admit(program);
        booked(busy, sameTime, SATURDAY);
        var first = joined(busy, series, SATURDAY);
        var second = joined(Clinic.admit(program), series, SATURDAY);

        // when
        cancel(seat);
        awaitStatus(second, "OFFERED");

        // then
        entry(first)
                .then()
                .body("status", equalTo("WAITING"))
                .body("passedOver", containsString("The client has another session at that time"));
    }

    @Test
    void acceptanceAgainstWithdrawalAndHandBookingSellsNoSeatTwice() throws Exception {
        for (int round = 0; round < 3; round++) {
            // given
            hour = 6 + round * 5 % 17;
            var series = series(1);
            var seat = booked(Clinic.admit(program), series, SATURDAY);
            var offered = joined(Clinic.admit(program), series, SATURDAY);
            cancel(seat);
            awaitStatus(offered, "OFFERED");
            var byHand = Clinic.admit(program);
            var start = new CountDownLatch(1);
            var racers = Executors.newFixedThreadPool(4);

            // when
            var answers = List.of(
                    racers.submit(() -> {
                        start.await();
                        return act(offered, "acceptance").statusCode();
                    }),
                    racers.submit(() -> {
                        start.await();
                        return act(offered, "withdrawal").statusCode();
                    }),
                    racers.submit(() -> {
                        start.await();
                        return act(offered, "acceptance").statusCode();
                    }),
                    racers.submit(() -> {
                        start.await();
                        return Clinic.book(byHand, series, SATURDAY).statusCode();
                    }));
            start.countDown();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            racers.shutdown();

            // then: one of acceptance and withdrawal wins, and never two have the seat
            assertThat(statuses.subList(0, 3).stream().filter(status -> status == 200))
                    .hasSize(1);
            assertThat(database.number(
                            "select count(*) from booking b join session s on s.id = b.session_id where s.series_id = ? and b.status = 'BOOKED'",
                            series))
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void refusesWhatNobodyCanWaitFor() {
        // given
        var series = series(1);
        var client = Clinic.admit(program);

        // when, then
        join(client, series, SATURDAY.plusDays(1))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/days/0"))
                .body("errors[0].detail", equalTo("must be a day on which the series meets"));
        join(client, series, Clinic.lastWeek().plusDays(5))
                .then()
                .statusCode(422)
                .body("errors[0].detail", equalTo("must be ahead"));
        join(client, UUID.randomUUID(), SATURDAY)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/seriesId"));
        joined(client, series, SATURDAY);
        join(client, series, SATURDAY).then().statusCode(409).body("type", equalTo("/problems/waitlist-joined"));
    }
}
