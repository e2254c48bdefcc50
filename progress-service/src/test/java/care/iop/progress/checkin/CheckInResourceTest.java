package care.iop.progress.checkin;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.TestTokens;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class CheckInResourceTest {

    private static final String CHECK_INS = "/api/patients/{patientId}/check-ins";
    private static final String CHECK_IN = CHECK_INS + "/{forOn}";

    @Inject
    Clock clock;

    @Inject
    Database database;

    private Client client;
    private LocalDate today;

    @BeforeEach
    void admit() {
        client = Clinic.admit(RIVERSIDE);
        today = LocalDate.now(clock);
    }

    @Test
    void patientRecordsTheOwnDay() {
        // when
        var response = record(report(today));

        // then
        response.then()
                .statusCode(201)
                .header("Location", endsWith("/progress/api/patients/" + client.patientId() + "/check-ins/" + today))
                .header("ETag", "\"1\"")
                .body("patientId", equalTo(client.patientId().toString()))
                .body("forOn", equalTo(today.toString()))
                .body("mood", equalTo(6))
                .body("craving", equalTo(4))
                .body("substanceUse", equalTo(false))
                .body("sleepHours", equalTo(7.5f))
                .body("note", nullValue())
                .body("noteShared", equalTo(false));
        assertThat(audited("WRITE")).isEqualTo(1);
    }

    @Test
    void oneDayHasOneCheckIn() {
        // given
        record(report(today)).then().statusCode(201);

        // when
        var second = record(report(today));

        // then
        second.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/check-in-already-recorded"))
                .body("detail", containsString("PUT"));
    }

    @Test
    void oneDayHasOneCheckInAlsoWhenSeveralAreSentAtOnce() throws Exception {
        // given
        var threads = Executors.newFixedThreadPool(8);
        Callable<Integer> recording = () -> record(report(today)).statusCode();

        // when
        var statuses = new ArrayList<Integer>();
        try {
            for (var recorded : threads.invokeAll(Collections.nCopies(8, recording))) {
                statuses.add(recorded.get());
            }
        } finally {
            threads.shutdown();
        }

        // then
        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void retryWithTheSameKeyIsAnsweredAsTheFirstTime() {
        // given
        var key = UUID.randomUUID().toString();
        var first = client.asSelf()
                .header("Idempotency-Key", key)
                .body(report(today))
                .post(CHECK_INS, client.patientId());

        // when
        var retry = client.asSelf()
                .header("Idempotency-Key", key)
                .body(report(today))
                .post(CHECK_INS, client.patientId());

        // then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(retry.statusCode()).isEqualTo(201);
        assertThat(retry.<String>path("id")).isEqualTo(first.path("id"));
    }

    @ParameterizedTest
    @CsvSource({
        "mood, -1",
        "mood, 11",
        "craving, -1",
        "craving, 11",
        "sleepHours, -0.5",
        "sleepHours, 24.5",
        "sleepHours, 7.25"
    })
    void valueOutOfRangeIsRefusedByItsPointer(String field, double value) {
        // given
        var report = report(today);
        report.put(field, value == Math.rint(value) ? (Object) (int) value : (Object) value);

        // when
        var response = record(report);

        // then
        response.then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-value"))
                .body("errors.pointer", contains("/" + field));
    }

    @ParameterizedTest
    @CsvSource({"mood, 0", "mood, 10", "craving, 0", "craving, 10", "sleepHours, 0", "sleepHours, 24"})
    void edgesOfTheRangesAreTaken(String field, int value) {
        // given
        var report = report(today);
        report.put(field, value);

        // when
        var response = record(report);

        // then
        response.then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forOn", "mood", "craving", "substanceUse", "sleepHours"})
    void leftOutValueIsNamed(String field) {
        // given
        var report = report(today);
        report.remove(field);

        // when
        var response = record(report);

        // then
        response.then().statusCode(422).body("errors.pointer", contains("/" + field));
    }

    @ParameterizedTest
    @CsvSource({"mood, 6.5", "mood, \"6\"", "substanceUse, 1", "substanceUse, \"no\"", "forOn, \"yesterday\"", "note, 7"
    })
    void valueOfAnotherKindIsNotBentToFit(String field, String json) {
        // given
        var body = "{\"forOn\":\"%s\",\"mood\":6,\"craving\":4,\"substanceUse\":false,\"sleepHours\":7,\"note\":null}"
                .formatted(today)
                .replaceFirst("\"" + field + "\":[^,}]+", "\"" + field + "\":" + json);

        // when
        var response = client.asSelf().body(body).post(CHECK_INS, client.patientId());

        // then
        response.then().statusCode(400).body("errors.pointer", contains("/" + field));
    }

    @Test
    void unknownFieldIsRefused() {
        // given
        var report = report(today);
        report.put("patientId", UUID.randomUUID());

        // when
        var response = record(report);

        // then
        response.then().statusCode(400).body("type", equalTo("/problems/unknown-field"));
    }

    @Test
    void weekBackIsTakenAndEarlierIsNot() {
        // given
        var earliest = LocalDate.now(clock.withZone(ZoneOffset.ofHours(-12))).minusDays(ReportWindow.DAYS_BACK);

        // when
        var onTheEdge = record(report(earliest));
        var before = record(report(earliest.minusDays(1)));

        // then
        onTheEdge.then().statusCode(201);
        before.then().statusCode(422).body("errors.pointer", contains("/forOn"));
    }

    @Test
    void todayIsTakenWhereverItIsAlreadyTodayAndTomorrowIsNot() {
        // given
        var latest = LocalDate.now(clock.withZone(ZoneOffset.ofHours(14)));

        // when
        var onTheEdge = record(report(latest));
        var after = record(report(latest.plusDays(1)));

        // then
        onTheEdge.then().statusCode(201);
        after.then().statusCode(422).body("errors.pointer", contains("/forOn"));
    }

    @Test
    void noteIsTheirsUnlessTheyShareIt() {
        // given
        record(withNote(report(today), "for my eyes only", false)).then().statusCode(201);
        record(withNote(report(today.minusDays(1)), "please read this", true))
                .then()
                .statusCode(201);

        // when
        var ownList = client.asSelf().get(CHECK_INS, client.patientId());
        var staffList = clinician(RIVERSIDE).get(CHECK_INS, client.patientId());
        var staffReading = clinician(RIVERSIDE).get(CHECK_IN, client.patientId(), today.toString());

        // then
        ownList.then().body("items.note", contains("for my eyes only", "please read this"));
        staffList
                .then()
                .statusCode(200)
                .body("items.note", contains(null, "please read this"))
                .body("items.mood", contains(6, 6));
        staffReading.then().statusCode(200).body("note", nullValue());
        assertThat(database.number(
                        "select count(*) from outbox where organization_id = ? and data like '%eyes only%'", RIVERSIDE))
                .isZero();
    }

    @Test
    void longestNoteIsTakenAndLongerIsNot() {
        // when
        var longest = record(withNote(report(today), "x".repeat(PrivateNote.MAX_LENGTH), false));
        var longer = record(withNote(report(today.minusDays(1)), "x".repeat(PrivateNote.MAX_LENGTH + 1), false));

        // then
        longest.then().statusCode(201);
        longer.then().statusCode(422).body("errors.pointer", contains("/note"));
    }

    @Test
    void patientCorrectsTheOwnDay() {
        // given
        var tag = record(withNote(report(today), "typed too fast", true))
                .then()
                .statusCode(201)
                .extract()
                .header("ETag");
        var corrected = report(today);
        corrected.remove("forOn");
        corrected.put("craving", 8);

        // when
        var response = client.asSelf()
                .header("If-Match", tag)
                .body(corrected)
                .put(CHECK_IN, client.patientId(), today.toString());

        // then
        response.then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("craving", equalTo(8))
                .body("note", nullValue())
                .body("noteShared", equalTo(false));
        client.asSelf()
                .get(CHECK_IN, client.patientId(), today.toString())
                .then()
                .statusCode(200)
                .header("ETag", response.header("ETag"))
                .body("craving", equalTo(8));
    }

    @Test
    void correctionNeedsTheVersionThatWasRead() {
        // given
        var stale = record(report(today)).header("ETag");
        var corrected = report(today);
        corrected.remove("forOn");
        client.asSelf().header("If-Match", stale).body(corrected).put(CHECK_IN, client.patientId(), today.toString());

        // when
        var without = client.asSelf().body(corrected).put(CHECK_IN, client.patientId(), today.toString());
        var late = client.asSelf()
                .header("If-Match", stale)
                .body(corrected)
                .put(CHECK_IN, client.patientId(), today.toString());

        // then
        without.then().statusCode(428);
        late.then().statusCode(412);
    }

    @Test
    void dayWithoutCheckInIsNotFound() {
        // when
        var reading = client.asSelf().get(CHECK_IN, client.patientId(), today.toString());
        var notADay = client.asSelf().get(CHECK_IN, client.patientId(), "yesterday");

        // then
        reading.then().statusCode(404);
        notADay.then().statusCode(404);
    }

    @Test
    void listKeepsToItsDaysAndPages() {
        // given
        for (int back = 4; back >= 0; back--) {
            record(report(today.minusDays(back))).then().statusCode(201);
        }

        // when
        var first = clinician(RIVERSIDE)
                .queryParam("from", today.minusDays(3).toString())
                .queryParam("to", today.minusDays(1).toString())
                .queryParam("limit", 2)
                .get(CHECK_INS, client.patientId());
        var next = clinician(RIVERSIDE)
                .queryParam("from", today.minusDays(3).toString())
                .queryParam("to", today.minusDays(1).toString())
                .queryParam("limit", 2)
                .queryParam("after", first.header("Link").replaceAll(".*after=([^&>]+).*", "$1"))
                .get(CHECK_INS, client.patientId());

        // then
        first.then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body(
                        "items.forOn",
                        contains(
                                today.minusDays(3).toString(),
                                today.minusDays(2).toString()));
        next.then()
                .statusCode(200)
                .header("Link", nullValue())
                .body("items.forOn", contains(today.minusDays(1).toString()));
    }

    @Test
    void anotherPatientsRecordReadsAsAbsentWhetherItExistsOrNot() {
        // given
        record(report(today)).then().statusCode(201);
        var other = Clinic.admit(RIVERSIDE);

        // when
        var existing = other.asSelf().get(CHECK_INS, client.patientId());
        var invented = other.asSelf().get(CHECK_INS, UUID.randomUUID());
        var writing = other.asSelf().body(report(today)).post(CHECK_INS, client.patientId());

        // then
        existing.then().statusCode(404);
        invented.then().statusCode(404);
        writing.then().statusCode(404);
        assertThat(existing.<String>path("detail")).isEqualTo(invented.path("detail"));
    }

    @Test
    void personWhoseAdmissionHasNotArrivedYetCanCheckIn() {
        // given
        var early = new Client(RIVERSIDE, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

        // when
        var response = early.asSelf().body(report(today)).post(CHECK_INS, early.patientId());

        // then
        response.then().statusCode(201);
    }

    @Test
    void patientTokenWithoutAPersonOpensNothing() {
        // given
        var token = TestTokens.bearer(RIVERSIDE, "patient");

        // when
        var response = Clinic.json(token).get(CHECK_INS, client.patientId());

        // then
        response.then().statusCode(404);
    }

    @Test
    void readingIsNotedInTheAccessLog() {
        // given
        record(report(today)).then().statusCode(201);

        // when
        clinician(RIVERSIDE).get(CHECK_INS, client.patientId()).then().statusCode(200);
        clinician(RIVERSIDE)
                .get(CHECK_IN, client.patientId(), today.toString())
                .then()
                .statusCode(200);

        // then
        assertThat(audited("READ")).isEqualTo(2);
    }

    @Test
    void newestDayIsAtHandForTheCaseload() {
        // given
        record(report(today)).then().statusCode(201);
        var earlier = report(today.minusDays(1));
        earlier.put("mood", 1);

        // when
        record(earlier).then().statusCode(201);

        // then
        assertThat(database.texts(
                        "select for_on || ' ' || mood from latest_check_in where patient_id = ?", client.patientId()))
                .containsExactly(today + " 6");
    }

    @Test
    void reportThatIsRefusedCountsNowhere() {
        // given
        record(report(today)).then().statusCode(201);
        var other = report(today);
        other.put("mood", 1);

        // when
        var refused = record(other);

        // then
        refused.then().statusCode(409);
        assertThat(database.texts(
                        "select for_on || ' ' || mood from latest_check_in where patient_id = ?", client.patientId()))
                .containsExactly(today + " 6");
        assertThat(database.texts("select mood_sum from weekly_check_ins where admission_id = ?", client.admissionId()))
                .containsExactly("6");
    }

    @Test
    void parameterThatIsNotKnownIsRefused() {
        // when
        var response = clinician(RIVERSIDE).queryParam("form", "2026-11-01").get(CHECK_INS, client.patientId());

        // then
        response.then().statusCode(400).body("errors.pointer", hasItem("form"));
    }

    private Response record(Map<String, Object> report) {
        return client.asSelf().body(report).post(CHECK_INS, client.patientId());
    }

    private long audited(String action) {
        return database.number(
                "select count(*) from access_log where person_id = ? and resource = 'CheckIn' and action = ?",
                client.patientId(),
                action);
    }

    private static Map<String, Object> report(LocalDate forOn) {
        var report = new HashMap<String, Object>();
        report.put("forOn", forOn.toString());
        report.put("mood", 6);
        report.put("craving", 4);
        report.put("substanceUse", false);
        report.put("sleepHours", 7.5);
        return report;
    }

    private static Map<String, Object> withNote(Map<String, Object> report, String note, boolean shared) {
        report.put("note", note);
        report.put("noteShared", shared);
        return report;
    }
}
