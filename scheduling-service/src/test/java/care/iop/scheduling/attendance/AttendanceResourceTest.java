package care.iop.scheduling.attendance;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class AttendanceResourceTest {

    private static DemoProgram program;

    @Inject
    Database database;

    @BeforeEach
    void openProgram() {
        if (program == null) {
            program = Clinic.demoProgram(RIVERSIDE);
        }
    }

    /** A booking in last week's check-in of 60 minutes. */
    private static String pastBooking() {
        var client = Clinic.admit(program);
        return Clinic.book(
                        client,
                        program.series().get("CHECK_IN"),
                        Clinic.lastWeek().plusDays(5))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response record(String booking, Map<String, Object> mark) {
        return clinician(RIVERSIDE).body(mark).post("/api/bookings/{id}/attendance", booking);
    }

    private static Response correct(String booking, String ifMatch, Map<String, Object> mark) {
        return clinician(RIVERSIDE)
                .header("If-Match", ifMatch)
                .body(mark)
                .put("/api/bookings/{id}/attendance", booking);
    }

    @Test
    void attendedCountsThePlannedMinutes() {
        // given
        var booking = pastBooking();

        // when
        var response = record(booking, Map.of("code", "ATTENDED"));

        // then
        response.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("deliveredMinutes", equalTo(60))
                .body("next", contains("LATE", "PARTIAL", "NO_SHOW"));
    }

    @Test
    void nothingIsAttendedBeforeItStarts() {
        // given
        var client = Clinic.admit(program);
        String booking = Clinic.book(
                        client,
                        program.series().get("CHECK_IN"),
                        Clinic.weekAhead().plusDays(5))
                .path("id");

        // when, then
        for (var code : new String[] {"ATTENDED", "NO_SHOW"}) {
            record(booking, Map.of("code", code))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/attendance-too-early"));
        }
        record(booking, Map.of("code", "EXCUSED")).then().statusCode(201).body("deliveredMinutes", equalTo(0));
    }

    @Test
    void secondRecordingIsRefusedAndACorrectionNeedsVersionMoveAndReason() {
        // given
        var booking = pastBooking();
        record(booking, Map.of("code", "NO_SHOW")).then().statusCode(201);

        // when, then
        record(booking, Map.of("code", "ATTENDED"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/attendance-recorded"));
        correct(booking, "\"0\"", Map.of("code", "ATTENDED", "reason", "was in the other room"))
                .then()
                .statusCode(412);
        correct(booking, "\"1\"", Map.of("code", "ATTENDED"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        correct(booking, "\"1\"", Map.of("code", "NO_SHOW", "reason", "again"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/attendance-move-not-allowed"));
        correct(booking, "\"1\"", Map.of("code", "LATE", "minutesLate", 10, "reason", "was in the other room"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("deliveredMinutes", equalTo(50));
        correct(booking, "\"2\"", Map.of("code", "EXCUSED", "reason", "changed my mind"))
                .then()
                .statusCode(409);
        clinician(RIVERSIDE)
                .get("/api/bookings/{id}/attendance", booking)
                .then()
                .statusCode(200)
                .body("code", equalTo("LATE"))
                .body("marks", hasSize(2))
                .body("marks[1].reason", equalTo("was in the other room"));
        try (var kafka = KafkaProbe.connect()) {
            var told = kafka.await(
                    "scheduling.attendance.v1",
                    2,
                    message -> booking.equals(message.headers().get("ce_subject")));
            assertThat(told).extracting(message -> message.event().version()).containsExactly(1L, 2L);
            assertThat(told.get(1).value()).doesNotContain("other room");
        }
    }

    @Test
    void thereIsNothingToCorrectBeforeSomethingIsRecorded() {
        // given
        var booking = pastBooking();

        // when
        var response = correct(booking, "*", Map.of("code", "ATTENDED", "reason", "late entry"));

        // then
        response.then().statusCode(409).body("type", equalTo("/problems/attendance-not-recorded"));
    }

    @Test
    void ofTwoWhoRecordAtOnceOneIsRefused() throws Exception {
        // given
        var booking = pastBooking();
        var start = new CountDownLatch(1);
        var racers = Executors.newFixedThreadPool(4);

        // when
        var answers = new ArrayList<Future<Integer>>();
        for (int i = 0; i < 4; i++) {
            answers.add(racers.submit(() -> {
                start.await();
                return record(booking, Map.of("code", "ATTENDED")).statusCode();
            }));
        }
        start.countDown();
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get());
        }
        racers.shutdown();

        // then
        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(database.number(
                        "select count(*) from attendance_mark where booking_id = ?", UUID.fromString(booking)))
                .isEqualTo(1);
    }

    @Test
    void retryWithTheSameKeyIsAnsweredOnce() {
        // given
        var booking = pastBooking();
        var key = UUID.randomUUID().toString();

        // when
        var first = clinician(RIVERSIDE)
                .header("Idempotency-Key", key)
                .body(Map.of("code", "ATTENDED"))
                .post("/api/bookings/{id}/attendance", booking);
        var retry = clinician(RIVERSIDE)
                .header("Idempotency-Key", key)
                .body(Map.of("code", "ATTENDED"))
                .post("/api/bookings/{id}/attendance", booking);

        // then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(retry.statusCode()).isEqualTo(201);
        assertThat(retry.asString()).isEqualTo(first.asString());
    }

    @Test
    void markedBookingIsNotCancelled() {
        // given
        var booking = pastBooking();
        record(booking, Map.of("code", "ATTENDED")).then().statusCode(201);

        // when
        var response = Clinic.scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("reason", "ENTERED_IN_ERROR", "forced", true))
                .post("/api/bookings/{id}/cancellation", booking);

        // then
        response.then().statusCode(409).body("type", equalTo("/problems/attendance-recorded"));
    }

    @Test
    void historyIsAppendOnly() {
        // given
        var booking = pastBooking();
        record(booking, Map.of("code", "ATTENDED")).then().statusCode(201);

        // when, then
        assertThatThrownBy(() ->
                        database.change("delete from attendance_mark where booking_id = ?", UUID.fromString(booking)))
                .hasMessageContaining("append-only");
    }
}
