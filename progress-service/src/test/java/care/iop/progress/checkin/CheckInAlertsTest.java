package care.iop.progress.checkin;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What check-ins make the rules do; both sides of each threshold are in DayRulesTest. */
@ServiceTest
class CheckInAlertsTest {

    private static final String CHECK_INS = "/api/patients/{patientId}/check-ins";

    @Inject
    Clock clock;

    private Client client;
    private LocalDate today;

    @BeforeEach
    void admit() {
        client = Clinic.admit(RIVERSIDE);
        today = LocalDate.now(clock);
    }

    @Test
    void ordinaryDayCallsNobody() {
        // when
        checkIn(today, 6, 4, "").then().statusCode(201).body("substances", empty());

        // then
        alerts().then().body("items", empty());
    }

    @Test
    void dayIsJudgedByTheWeekBefore() {
        // given
        checkIn(today.minusDays(3), 8, 1, "");
        checkIn(today.minusDays(2), 8, 1, "");
        checkIn(today.minusDays(1), 8, 1, "");

        // when
        var id = checkIn(today, 4, 4, "").<String>path("id");

        // then
        alerts().then()
                .body("items.rule", containsInAnyOrder("AL-CRV", "AL-MOOD"))
                .body("items.signal", containsInAnyOrder("CRAVING_RISE", "MOOD_FALL"))
                .body("items.sourceId", contains(id, id))
                .body("items[0].admissionId", equalTo(client.admissionId().toString()));
    }

    @Test
    void reportedUseCallsAHumanAndOpioidsSooner() {
        // when
        checkIn(today.minusDays(1), 6, 4, ", \"substances\": [\"ALCOHOL\"]");
        checkIn(today, 6, 4, ", \"substances\": [\"OPIOIDS\"]");

        // then
        alerts().then()
                .body("items.severity", contains("MEDIUM", "HIGH"))
                .body("items.signal", contains("USE_REPORTED", "OVERDOSE_RISK"));
    }

    @Test
    void correctedDayIsJudgedAnew() {
        // given
        checkIn(today, 6, 4, "");

        // when
        client.asSelf()
                .header("If-Match", "\"1\"")
                .body("{\"mood\": 6, \"craving\": 9, \"substanceUse\": false, \"sleepHours\": 7}")
                .put(CHECK_INS + "/{day}", client.patientId(), today.toString())
                .then()
                .statusCode(200);

        // then
        alerts().then().body("items.severity", contains("HIGH")).body("items.rule", contains("AL-CRV"));
    }

    @Test
    void substancesWithoutUseAndUnknownOnesAreRefused() {
        // when
        var withoutUse = client.asSelf()
                .body(body(today, 6, 4, ", \"substances\": [\"ALCOHOL\"]").replace("true", "false"))
                .post(CHECK_INS, client.patientId());
        var unknown = checkIn(today, 6, 4, ", \"substances\": [\"TEA\"]");

        // then
        withoutUse.then().statusCode(422).body("errors.pointer", contains("/substances"));
        unknown.then().statusCode(400);
        alerts().then().body("items", empty());
    }

    private Response checkIn(LocalDate day, int mood, int craving, String more) {
        return client.asSelf().body(body(day, mood, craving, more)).post(CHECK_INS, client.patientId());
    }

    private static String body(LocalDate day, int mood, int craving, String more) {
        return "{\"forOn\": \"%s\", \"mood\": %d, \"craving\": %d, \"substanceUse\": %s, \"sleepHours\": 7%s}"
                .formatted(day, mood, craving, !more.isEmpty(), more);
    }

    private Response alerts() {
        return clinician(RIVERSIDE).queryParam("patientId", client.patientId()).get("/api/alerts");
    }
}
