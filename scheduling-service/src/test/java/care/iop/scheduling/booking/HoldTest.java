package care.iop.scheduling.booking;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static care.iop.scheduling.booking.BookingCalls.appointment;
import static care.iop.scheduling.booking.BookingCalls.hold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A held seat is nobody else's until its time is over, and then it is free without anybody's doing. */
@ServiceTest
class HoldTest {

    private static DemoProgram program;
    private static Client first;
    private static Client second;

    private UUID oneSeat;
    private LocalDate saturday;

    @Inject
    Database database;

    @BeforeEach
    void oneSeat() {
        if (program == null) {
            program = Clinic.demoProgram(RIVERSIDE);
            first = Clinic.admit(program);
            second = Clinic.admit(program);
        }
        oneSeat = BookingCalls.checkIn(program, 1, "06:00");
        saturday = freeSaturday();
    }

    private static int weeks;

    private static LocalDate freeSaturday() {
        return Clinic.weekAhead().plusDays(5).plusWeeks(weeks++);
    }

    private String held() {
        return hold(first, oneSeat, saturday).then().statusCode(201).extract().path("id");
    }

    private void timeIsOver(String hold) throws SQLException {
        assertThat(database.change(
                        "update booking set held_until = now() - interval '1 second' where id = ?",
                        UUID.fromString(hold)))
                .isEqualTo(1);
    }

    private static Response book(String hold) {
        return scheduler(RIVERSIDE).post("/api/holds/{id}/booking", hold);
    }

    @Test
    void heldSeatIsTakenForTenMinutesAndBecomesABooking() {
        // given
        var response = hold(first, oneSeat, saturday);

        // when, then
        response.then().statusCode(201);
        scheduler(RIVERSIDE)
                .get("/api/bookings/{id}", response.<String>path("id"))
                .then()
                .statusCode(404);
        assertThat(Instant.parse(response.path("heldUntil")))
                .isCloseTo(Instant.now().plus(10, ChronoUnit.MINUTES), within(1, ChronoUnit.MINUTES));
        Clinic.book(second, oneSeat, saturday).then().statusCode(409).body("type", equalTo("/problems/session-full"));
        String id = response.path("id");
        book(id).then().statusCode(201).body("status", equalTo("BOOKED")).body("id", equalTo(id));
        book(id).then().statusCode(409).body("type", equalTo("/problems/hold-is-booked"));
        try (var kafka = KafkaProbe.connect()) {
            var told = kafka.awaitEvent(
                    "scheduling.session.v1", "care.iop.scheduling.session-booked.v1", UUID.fromString(id));
            assertThat(told.version()).isEqualTo(1);
        }
    }

    @Test
    void holdThatRanOutGivesWayAndCanNotBeBooked() throws SQLException {
        // given
        var hold = held();
        timeIsOver(hold);

        // when
        var other = Clinic.book(second, oneSeat, saturday);

        // then
        other.then().statusCode(201);
        book(hold).then().statusCode(409).body("type", equalTo("/problems/hold-expired"));
        assertThat(database.texts("select status from booking where id = ?", UUID.fromString(hold)))
                .containsExactly("EXPIRED");
        assertThat(database.number("select seats_taken from session where series_id = ?", oneSeat))
                .isEqualTo(1);
    }

    @Test
    void holdThatRanOutIsNotBookedEvenWhenNobodyWantsTheSeat() throws SQLException {
        // given
        var hold = held();
        timeIsOver(hold);

        // when
        var response = book(hold);

        // then
        response.then().statusCode(409).body("type", equalTo("/problems/hold-expired"));
    }

    @Test
    void clientsOwnTimeIsFreeAgainToo() throws SQLException {
        // given
        var sameTime = BookingCalls.checkIn(program, 3, "06:30");
        var hold = held();
        Clinic.book(first, sameTime, saturday)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/client-double-booked"));

        // when
        timeIsOver(hold);

        // then
        Clinic.book(first, sameTime, saturday).then().statusCode(201);
    }

    @Test
    void clinicianAndRoomAreFreeWhenTheHoldOfAnAppointmentRanOut() throws SQLException {
        // given
        var rowan = program.clinicians().get("Rowan Sample");
        var emerson = program.clinicians().get("Emerson Sample");
        var office = program.rooms().get("Office 1");
        var tuesday = saturday.minusDays(4);
        String hold = hold(first, tuesday, appointment(rowan, office, "13:00"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        BookingCalls.book(second, tuesday, appointment(rowan, null, "13:30"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/clinician-double-booked"));
        BookingCalls.book(second, tuesday, appointment(emerson, office, "13:30"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/room-double-booked"));

        // when
        timeIsOver(hold);

        // then
        BookingCalls.book(second, tuesday, appointment(emerson, office, "13:30"))
                .then()
                .statusCode(201);
        BookingCalls.book(first, tuesday, appointment(rowan, null, "13:00"))
                .then()
                .statusCode(201);
        assertThat(database.texts("""
                        select s.status from session s join booking b on b.session_id = s.id where b.id = ?
                        """, UUID.fromString(hold))).containsExactly("CANCELLED");
    }

    @Test
    void seatThatIsLetGoIsFreeAtOnce() {
        // given
        var hold = held();

        // when
        scheduler(RIVERSIDE).delete("/api/holds/{id}", hold).then().statusCode(204);

        // then
        scheduler(RIVERSIDE).delete("/api/holds/{id}", hold).then().statusCode(204);
        String booking = Clinic.book(second, oneSeat, saturday)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        scheduler(RIVERSIDE)
                .delete("/api/holds/{id}", booking)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/hold-is-booked"));
    }

    @Test
    void holdIsNoBookingForAttendanceCancellationOrMove() {
        // given
        var hold = held();

        // when, then
        Clinic.clinician(RIVERSIDE)
                .body(Map.of("code", "CANCELLED_BY_PROGRAM"))
                .post("/api/bookings/{id}/attendance", hold)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/booking-not-confirmed"));
        BookingCalls.cancel(hold, Map.of("reason", "CLIENT_REQUEST")).then().statusCode(404);
        BookingCalls.move(hold, Map.of("days", 7)).then().statusCode(404);
    }

    private static Response change(UUID series, LocalDate day, Map<String, ?> change, String... query) {
        var request = scheduler(RIVERSIDE).header("If-Match", "*").body(change);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.put("/api/session-series/{id}/occurrences/{day}", series, day.toString());
    }

    @Test
    void holdMovesWithItsMeetingAndIsBookedAtTheNewTime() {
        // given
        var hold = held();

        // when
        change(oneSeat, saturday, Map.of("localStart", "06:45")).then().statusCode(200);

        // then: the seat is still kept, at the new time
        Clinic.book(second, oneSeat, saturday).then().statusCode(409).body("type", equalTo("/problems/session-full"));
        book(hold)
                .then()
                .statusCode(201)
                .body(
                        "startsAt",
                        equalTo(saturday.atTime(6, 45)
                                .atZone(Clinic.ZONE)
                                .toInstant()
                                .toString()));
    }

    @Test
    void clientOfAHoldWhoIsElsewhereAtTheNewTimeStandsAgainstTheMove() {
        // given
        var hold = held();
        var later = BookingCalls.checkIn(program, 3, "07:30");
        var elsewhere =
                hold(first, later, saturday).then().statusCode(201).extract().<String>path("id");

        // when
        var refused = change(oneSeat, saturday, Map.of("localStart", "07:00"));

        // then
        refused.then()
                .statusCode(409)
                .body("type", equalTo("/problems/series-change-blocked"))
                .body("errors[0].detail", containsString("1 clients who are booked elsewhere at the new time"));

        // when: the other hold is let go
        scheduler(RIVERSIDE).delete("/api/holds/{id}", elsewhere).then().statusCode(204);

        // then
        change(oneSeat, saturday, Map.of("localStart", "07:00")).then().statusCode(200);
        book(hold).then().statusCode(201);
    }

    @Test
    void holdStandsAgainstLeavingItsMeetingOutUnlessItMayEndWithIt() {
        // given
        var hold = held();

        // when
        var refused = change(oneSeat, saturday, Map.of("cancelled", true));
        var forced = change(oneSeat, saturday, Map.of("cancelled", true), "bookings", "CANCEL");

        // then
        refused.then().statusCode(409).body("errors[0].detail", containsString("has 1 clients"));
        forced.then().statusCode(200);
        book(hold).then().statusCode(409).body("type", equalTo("/problems/hold-expired"));
        assertThat(database.texts("select status || seats_taken from session where series_id = ?", oneSeat))
                .containsExactly("CANCELLED0");
    }

    @Test
    void holdThatRanOutStandsAgainstNothing() throws SQLException {
        // given
        timeIsOver(held());

        // when
        var response = change(oneSeat, saturday, Map.of("cancelled", true));

        // then
        response.then().statusCode(200);
    }

    @Test
    void nothingIsHeldInThePast() {
        // when
        var response = hold(first, oneSeat, Clinic.lastWeek().plusDays(5));

        // then
        response.then().statusCode(422).body("errors[0].pointer", equalTo("/sessionOn"));
    }

    @Test
    void seriesTakesTheSeatsOfHoldsThatRanOut() throws SQLException {
        // given
        var hold = held();
        timeIsOver(hold);

        // when
        var response =
                BookingCalls.bookSeries(second, saturday, saturday, java.util.List.of(Map.of("seriesId", oneSeat)));

        // then
        response.then().statusCode(201);
    }
}
