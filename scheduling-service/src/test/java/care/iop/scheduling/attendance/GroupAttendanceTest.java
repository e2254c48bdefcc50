package care.iop.scheduling.attendance;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.clinician;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import care.iop.scheduling.booking.Racers;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group is marked as a whole, what was missed is made up once, and what was delivered is counted by day. */
@ServiceTest
class GroupAttendanceTest {

    private static DemoProgram program;
    private static List<Client> clients;
    private static int used;

    private LocalDate day;
    private List<String> bookings;
    private String session;

    @Inject
    Database database;

    /** Three clients in one group session of three hours, in the week before last. */
    @BeforeEach
    void bookAGroup() {
        if (program == null) {
            program = Clinic.demoProgram(RIVERSIDE);
        }
        // Of each test its own clients: one client has one group at a time.
        clients = List.of(Clinic.admit(program), Clinic.admit(program), Clinic.admit(program));
        day = Clinic.lastWeek().plusDays(2L * (used++ % 2));
        var track = List.of("MORNING", "AFTERNOON", "EVENING").get(used / 2 % 3);
        bookings = clients.stream()
                .map(client -> {
                    var response = Clinic.book(client, program.series().get(track), day);
                    response.then().statusCode(201);
                    session = response.path("sessionId");
                    return response.<String>path("id");
                })
                .toList();
    }

    private Response mark(Map<String, Object> body) {
        return clinician(RIVERSIDE).body(body).put("/api/sessions/{id}/attendance", session);
    }

    private static Map<String, Object> of(String booking, String code) {
        return Map.of("bookingId", booking, "code", code);
    }

    private long marks() {
        return database.number(
                "select count(*) from attendance_mark m join booking b on b.id = m.booking_id where b.id = any(?::uuid[])",
                "{" + String.join(",", bookings) + "}");
    }

    @Test
    void wholeGroupIsMarkedInOneCallThatCanBeSentAgain() {
        // given
        Map<String, Object> body = Map.of(
                "marks",
                List.of(
                        Map.of("bookingId", bookings.get(0), "code", "LATE", "minutesLate", 10),
                        of(bookings.get(1), "NO_SHOW"),
                        of(bookings.get(2), "ATTENDED")));

        // when
        var first = mark(body);
        var again = mark(body);

        // then
        first.then().statusCode(200);
        again.then().statusCode(200);
        assertThat(again.<List<Map<String, Object>>>path("clients"))
                .filteredOn(client -> bookings.contains(client.get("bookingId")))
                .extracting(client -> client.get("deliveredMinutes"))
                .containsExactlyInAnyOrder(170, 0, 180);
        assertThat(marks()).isEqualTo(3);
    }

    @Test
    void othersGetOneCode() {
        // when
        var response = mark(Map.of("marks", List.of(of(bookings.get(1), "NO_SHOW")), "others", "ATTENDED"));

        // then
        response.then().statusCode(200).body("unmarked", equalTo(0));
        assertThat(database.texts(
                        "select attendance from booking where id = any(?::uuid[]) order by attendance",
                        "{" + String.join(",", bookings) + "}"))
                .containsExactly("ATTENDED", "ATTENDED", "NO_SHOW");
    }

    @Test
    void oneWrongMarkAndNoneIsRecordedAndEachFaultIsNamed() {
        // when
        var response = mark(Map.of(
                "marks",
                List.of(
                        of(bookings.get(0), "ATTENDED"),
                        Map.of("bookingId", bookings.get(1), "code", "LATE", "minutesLate", 16),
                        of(UUID.randomUUID().toString(), "ATTENDED"),
                        of(bookings.get(0), "NO_SHOW"))));

        // then
        response.then()
                .statusCode(409)
                .body("type", equalTo("/problems/group-not-marked"))
                .body("errors.pointer", contains("/marks/1/minutesLate", "/marks/2/bookingId", "/marks/3/bookingId"));
        assertThat(marks()).isZero();
    }

    @Test
    void markThatDiffersFromARecordedOneIsRefused() {
        // given
        mark(Map.of("marks", List.of(of(bookings.get(0), "ATTENDED")))).then().statusCode(200);

        // when
        var response = mark(Map.of("marks", List.of(of(bookings.get(0), "NO_SHOW"), of(bookings.get(1), "ATTENDED"))));

        // then
        response.then().statusCode(409).body("errors.pointer", contains("/marks/0"));
        assertThat(marks()).isEqualTo(1);
    }

    @Test
    void twoWhoMarkTheGroupAtOnceRecordItOnce() throws Exception {
        // given
        Map<String, Object> body = Map.of("others", "ATTENDED");
        Callable<Integer> request = () -> mark(body).statusCode();

        // when
        var statuses = Racers.race(List.of(request, request, request, request));

        // then
        assertThat(statuses).containsOnly(200);
        assertThat(marks()).isEqualTo(3);
    }

    @Test
    void readersSeeWhoIsUnmarked() {
        // when
        var response = scheduler(RIVERSIDE).get("/api/sessions/{id}/attendance", session);

        // then
        response.then().statusCode(200).body("sessionId", equalTo(session));
        assertThat(response.<List<String>>path("clients.bookingId")).containsAll(bookings);
    }

    @Test
    void missedSessionIsMadeUpOnceWithinItsTime() {
        // given
        var client = clients.get(0);
        mark(Map.of("marks", List.of(of(bookings.get(0), "NO_SHOW"), of(bookings.get(1), "ATTENDED"))))
                .then()
                .statusCode(200);
        var evening = program.series().get("EVENING");
        var inTime = day.plusDays(2);

        // when, then: not by another kind, another client, too late, or for what was attended
        makeUp(client, program.series().get("CHECK_IN"), Clinic.lastWeek().plusDays(5), bookings.get(0))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/makeUpFor"));
        makeUp(clients.get(2), evening, inTime, bookings.get(0)).then().statusCode(422);
        makeUp(client, evening, Clinic.lastWeek().plusDays(14), bookings.get(0))
                .then()
                .statusCode(422);
        makeUp(clients.get(1), evening, inTime, bookings.get(1)).then().statusCode(422);
        String madeUp = makeUp(client, evening, inTime, bookings.get(0))
                .then()
                .statusCode(201)
                .body("makeUpFor", equalTo(bookings.get(0)))
                .extract()
                .path("id");
        makeUp(client, evening, day.plusDays(7), bookings.get(0))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/missed-session-made-up"));
        // and what was missed is not attended after all as long as it is made up
        clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("code", "ATTENDED", "reason", "was there"))
                .put("/api/bookings/{id}/attendance", bookings.get(0))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/missed-session-made-up"));
        assertThat(database.texts("select make_up_for from booking where id = ?", UUID.fromString(madeUp)))
                .containsExactly(bookings.get(0));
    }

    private static Response makeUp(Client client, UUID series, LocalDate on, String missed) {
        return scheduler(RIVERSIDE)
                .body(Map.of(
                        "enrollmentId",
                        client.enrollmentId(),
                        "seriesId",
                        series,
                        "sessionOn",
                        on.toString(),
                        "makeUpFor",
                        missed))
                .post("/api/bookings");
    }

    @Test
    void deliveredMinutesMakeTheDaysThatArePaid() {
        // given
        mark(Map.of(
                        "marks",
                        List.of(
                                of(bookings.get(0), "ATTENDED"),
                                Map.of("bookingId", bookings.get(1), "code", "LATE", "minutesLate", 5),
                                of(bookings.get(2), "NO_SHOW"))))
                .then()
                .statusCode(200);

        // when, then
        delivered(clients.get(0))
                .body("plannedMinutes", equalTo(180))
                .body("deliveredMinutes", equalTo(180))
                .body("units", equalTo(1))
                .body("days", hasSize(1))
                .body("days[0].day", equalTo(day.toString()))
                .body("weeks[0].h0015Days", equalTo(1));
        delivered(clients.get(1)).body("deliveredMinutes", equalTo(175)).body("units", equalTo(0));
        delivered(clients.get(2)).body("deliveredMinutes", equalTo(0)).body("h0015DayMinutes", equalTo(180));
    }

    private io.restassured.response.ValidatableResponse delivered(Client client) {
        return scheduler(RIVERSIDE)
                .queryParam("from", Clinic.lastWeek().toString())
                .queryParam("to", Clinic.lastWeek().plusDays(13).toString())
                .get("/api/enrollments/{id}/delivered", client.enrollmentId())
                .then()
                .statusCode(200);
    }

    @Test
    void hintFollowsTheNoticeRuleUntilSomethingIsRecorded() {
        // given
        String ahead = Clinic.book(clients.get(0), program.series().get("MORNING"), Clinic.weekAhead())
                .path("id");

        // when, then
        attendance(ahead).body("hint", equalTo("EXCUSED"));
        attendance(bookings.get(0)).body("hint", equalTo("NO_SHOW"));
        mark(Map.of("others", "ATTENDED")).then().statusCode(200);
        attendance(bookings.get(0)).body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("hint")));
    }

    private static io.restassured.response.ValidatableResponse attendance(String booking) {
        return scheduler(RIVERSIDE)
                .get("/api/bookings/{id}/attendance", booking)
                .then()
                .statusCode(200);
    }
}
