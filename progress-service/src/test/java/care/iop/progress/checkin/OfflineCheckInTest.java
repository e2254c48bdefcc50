package care.iop.progress.checkin;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of meetings and triggers, and reports that arrive late or twice. */
@ServiceTest
class OfflineCheckInTest {

    private static final String CHECK_INS = "/api/patients/{patientId}/check-ins";

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
    void meetingAndTriggersAreKeptAndShown() {
        // when
        var recorded = record(today, 4, ", \"meetingAttended\": true, \"triggers\": [\"TIRED\", \"LONELY\"]");

        // then
        recorded.then()
                .statusCode(201)
                .body("meetingAttended", equalTo(true))
                .body("triggers", contains("LONELY", "TIRED"));
        clinician(RIVERSIDE)
                .get(CHECK_INS, client.patientId())
                .then()
                .body("items[0].meetingAttended", equalTo(true))
                .body("items[0].triggers", contains("LONELY", "TIRED"));
    }

    @Test
    void whatIsNotSaidStaysUnsaid() {
        // when
        var recorded = record(today, 4, "");

        // then
        recorded.then()
                .body("meetingAttended", nullValue())
                .body("triggers", empty())
                .body("reportId", nullValue())
                .body("reportedAt", equalTo(recorded.path("recordedAt")));
    }

    @Test
    void unknownTriggerIsRefused() {
        // when, then
        record(today, 4, ", \"triggers\": [\"MOON\"]").then().statusCode(400);
    }

    @Test
    void sameReportSentTwiceChangesNothing() {
        // given
        var reportId = UUID.randomUUID();
        var first = record(today, 9, id(reportId));

        // when
        var again = record(today, 9, id(reportId));
        var changed = record(today.minusDays(1), 2, id(reportId));

        // then
        first.then().statusCode(201).body("reportId", equalTo(reportId.toString()));
        again.then().statusCode(200).header("ETag", "\"1\"").body("id", equalTo(first.path("id")));
        changed.then()
                .statusCode(200)
                .body("id", equalTo(first.path("id")))
                .body("craving", equalTo(9))
                .body("forOn", equalTo(today.toString()));
        assertThat(number("check_in where patient_id = ?")).isEqualTo(1);
        assertThat(number("alert where rule = 'AL_CRV' and patient_id = ?")).isEqualTo(1);
    }

    @Test
    void sameReportSentSeveralTimesAtOnceHasEffectOnce() throws Exception {
        // given
        var reportId = UUID.randomUUID();
        var threads = Executors.newFixedThreadPool(6);
        Callable<Integer> sending = () -> record(today, 9, id(reportId)).statusCode();

        // when
        var statuses = new ArrayList<Integer>();
        try {
            for (var sent : threads.invokeAll(Collections.nCopies(6, sending))) {
                statuses.add(sent.get());
            }
        } finally {
            threads.shutdown();
        }

        // then
        assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
    }

    @Test
    void anotherReportOfTheSameDayIsRefused() {
        // given
        record(today, 4, id(UUID.randomUUID())).then().statusCode(201);

        // when
        var other = record(today, 5, id(UUID.randomUUID()));

        // then
        other.then().statusCode(409).body("type", equalTo("/problems/check-in-already-recorded"));
    }

    @Test
    void identifierOfSomebodyElsesReportIsNoneOfTheirs() {
        // given
        var reportId = UUID.randomUUID();
        record(today, 9, id(reportId)).then().statusCode(201);
        client = Clinic.admit(RIVERSIDE);

        // when
        var others = record(today, 3, id(reportId));

        // then
        others.then()
                .statusCode(201)
                .body("craving", equalTo(3))
                .body("patientId", equalTo(client.patientId().toString()));
    }

    @Test
    void lateReportKeepsItsTimeAndItsDay() {
        // given
        var said = clock.instant().minus(Duration.ofDays(20)).truncatedTo(ChronoUnit.MICROS);
        var day = today.minusDays(21);

        // when
        var late = record(day, 9, ", \"reportedAt\": \"%s\"".formatted(said));

        // then
        late.then().statusCode(201).body("forOn", equalTo(day.toString())).body("reportedAt", equalTo(said.toString()));
        client.asSelf()
                .get(CHECK_INS + "/{day}", client.patientId(), day.toString())
                .then()
                .statusCode(200);
        assertThat(number("alert where rule = 'AL_CRV' and patient_id = ?")).isZero();
    }

    @Test
    void lateReportOfTheLastDaysStillCallsAHuman() {
        // given
        var said = clock.instant().minus(Duration.ofDays(5));

        // when
        record(today.minusDays(5), 9, ", \"reportedAt\": \"%s\"".formatted(said))
                .then()
                .statusCode(201);

        // then
        assertThat(number("alert where rule = 'AL_CRV' and patient_id = ?")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -31})
    void timesAheadAndLongAgoAreRefused(int days) {
        // given
        var said = clock.instant().plus(Duration.ofDays(days));

        // when
        var response = record(today.plusDays(days), 4, ", \"reportedAt\": \"%s\"".formatted(said));

        // then
        response.then().statusCode(422).body("errors.pointer", contains("/reportedAt"));
    }

    @Test
    void streakCountsDaysWhateverIsReported() {
        // given
        record(today.minusDays(3), 4, "");
        client.asSelf()
                .body("{\"forOn\": \"%s\", \"mood\": 6, \"craving\": 4, \"substanceUse\": true, \"sleepHours\": 7}"
                        .formatted(today.minusDays(1)))
                .post(CHECK_INS, client.patientId())
                .then()
                .statusCode(201);

        // when
        var before = streak();
        record(today, 4, "").then().statusCode(201);
        var after = streak();

        // then
        before.then().statusCode(200).body("days", equalTo(2)).body("ofLast7", equalTo(2));
        after.then()
                .body("days", equalTo(3))
                .body("includesToday", equalTo(true))
                .body("message", equalTo("You have checked in on 3 days. Thank you for keeping in touch."));
    }

    private Response streak() {
        return client.asSelf().get("/api/patients/{id}/check-in-streak", client.patientId());
    }

    private Response record(LocalDate day, int craving, String more) {
        return client.asSelf()
                .body("{\"forOn\": \"%s\", \"mood\": 6, \"craving\": %d, \"substanceUse\": false, \"sleepHours\": 7%s}"
                        .formatted(day, craving, more))
                .post(CHECK_INS, client.patientId());
    }

    private static String id(UUID reportId) {
        return ", \"reportId\": \"%s\"".formatted(reportId);
    }

    private long number(String fromWhere) {
        return database.number("select count(*) from " + fromWhere, client.patientId());
    }
}
