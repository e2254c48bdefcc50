package care.iop.progress.alert;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import care.iop.progress.assessment.Phq9;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class AlertResourceTest {

    private static final String ACKNOWLEDGEMENT = "/api/alerts/{id}/acknowledgement";

    @Inject
    Clock clock;

    @Inject
    Database database;

    @Inject
    Acting acting;

    @Inject
    EscalateAlerts escalateAlerts;

    private Client client;

    @BeforeEach
    void admit() {
        client = Clinic.admit(RIVERSIDE);
    }

    @Test
    void secondFindingWithinADayAddsNothing() {
        // given
        answer(1);

        // when
        answer(2);

        // then
        open().then().body("items.severity", contains("HIGH"));
        assertThat(openCounts()).isEqualTo("0 0 1 0");
    }

    @Test
    void moreSevereFindingRaisesAnotherAlert() {
        // given
        answer(1);

        // when
        answer(3);

        // then
        open().then().body("items.severity", contains("HIGH", "CRITICAL"));
        assertThat(openCounts()).isEqualTo("0 0 1 1");
    }

    @Test
    void lessSevereFindingAddsNothing() {
        // given
        answer(3);

        // when
        answer(1);

        // then
        open().then().body("items.severity", contains("CRITICAL"));
    }

    @ParameterizedTest
    @CsvSource({"23:59:00, 1", "24:00:01, 2"})
    void afterADayAFindingRaisesAnotherAlert(String ago, int alerts) {
        // given
        answer(1);
        database.change(
                "update alert set raised_at = raised_at - ?::interval where patient_id = ?", ago, client.patientId());

        // when
        answer(1);

        // then
        open().then().body("items", hasSize(alerts));
    }

    @Test
    void acknowledgedAlertNeverHidesANewFinding() {
        // given
        answer(1);
        acknowledge(firstOpen()).then().statusCode(200);

        // when
        answer(1);

        // then
        open().then().body("items", hasSize(1));
        assertThat(openCounts()).isEqualTo("0 0 1 0");
    }

    @Test
    void findingsAtTheSameMomentRaiseOneAlert() throws Exception {
        // given
        var threads = Executors.newFixedThreadPool(8);
        var answers = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            answers.add(() -> post(1).statusCode());
        }

        // when
        List<Integer> statuses = new ArrayList<>();
        try {
            for (var answered : threads.invokeAll(answers)) {
                statuses.add(answered.get());
            }
        } finally {
            threads.shutdown();
        }

        // then
        assertThat(statuses).containsOnly(201);
        open().then().body("items", hasSize(1));
        assertThat(openCounts()).isEqualTo("0 0 1 0");
    }

    @Test
    void acknowledgementSaysWhoWhenAndWhyAndIsTold() {
        // given
        answer(1);
        var id = firstOpen();
        var tag = clinician(RIVERSIDE).get("/api/alerts/{id}", id).header("ETag");

        // when
        var response = Clinic.json(TestTokens.bearerAs("clinician-7", RIVERSIDE, "clinician"))
                .header("If-Match", tag)
                .body("{\"reason\":\"SAFETY_ASSESSED\"}")
                .post(ACKNOWLEDGEMENT, id);

        // then
        response.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("ACKNOWLEDGED"))
                .body("acknowledgedBy", equalTo("clinician-7"))
                .body("acknowledgedAt", notNullValue())
                .body("reason", equalTo("SAFETY_ASSESSED"));
        open().then().body("items", empty());
        assertThat(openCounts()).isEqualTo("0 0 0 0");
        try (var kafka = KafkaProbe.connect()) {
            var event = kafka.awaitEvent(
                    "progress.alert.v1", "care.iop.progress.alert-acknowledged.v1", UUID.fromString(id));
            AlertEventContracts.ACKNOWLEDGED.assertProduced(event.data().toString());
            assertThat(event.version()).isEqualTo(2);
            assertThat(event.data().toString()).doesNotContain("clinician-7");
        }
    }

    @Test
    void acknowledgementNeedsTheVersionThatWasRead() {
        // given
        answer(1);
        var id = firstOpen();

        // when
        var without =
                clinician(RIVERSIDE).body("{\"reason\":\"SAFETY_ASSESSED\"}").post(ACKNOWLEDGEMENT, id);
        var stale = clinician(RIVERSIDE)
                .header("If-Match", "\"7\"")
                .body("{\"reason\":\"SAFETY_ASSESSED\"}")
                .post(ACKNOWLEDGEMENT, id);

        // then
        without.then().statusCode(428);
        stale.then().statusCode(412);
        open().then().body("items.status", contains("OPEN"));
    }

    @Test
    void firstAcknowledgementStands() {
        // given
        answer(1);
        var id = firstOpen();
        acknowledge(id).then().statusCode(200);

        // when
        var second = clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body("{\"reason\":\"RECORDED_IN_ERROR\"}")
                .post(ACKNOWLEDGEMENT, id);

        // then
        second.then().statusCode(409).body("type", equalTo("/problems/alert-already-acknowledged"));
        clinician(RIVERSIDE).get("/api/alerts/{id}", id).then().body("reason", equalTo("SAFETY_ASSESSED"));
    }

    @Test
    void oneOfSeveralAcknowledgementsAtOnceStands() throws Exception {
        // given
        answer(1);
        var id = firstOpen();
        var threads = Executors.newFixedThreadPool(8);
        Callable<Integer> acknowledging = () -> clinician(RIVERSIDE)
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"SAFETY_ASSESSED\"}")
                .post(ACKNOWLEDGEMENT, id)
                .statusCode();

        // when
        List<Integer> statuses = new ArrayList<>();
        try {
            for (var acknowledged : threads.invokeAll(Collections.nCopies(8, acknowledging))) {
                statuses.add(acknowledged.get());
            }
        } finally {
            threads.shutdown();
        }

        // then
        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
        assertThat(openCounts()).isEqualTo("0 0 0 0");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "{}|422",
                "{\"reason\":null}|422",
                "{\"reason\":\"LOOKED_FINE\"}|400",
                "{\"reason\":\"SAFETY_ASSESSED\",\"note\":\"x\"}|400"
            },
            delimiter = '|')
    void reasonIsOneOfTheCodes(String body, int status) {
        // given
        answer(1);
        var id = firstOpen();

        // when
        var response = clinician(RIVERSIDE).header("If-Match", "*").body(body).post(ACKNOWLEDGEMENT, id);

        // then
        response.then().statusCode(status);
        open().then().body("items", hasSize(1));
    }

    @Test
    void listsKeepToTheirFilters() {
        // given
        answer(1);
        answer(3);
        acknowledge(firstOpen()).then().statusCode(200);

        // when
        var acknowledged = list("status", "ACKNOWLEDGED");
        var critical = list("severity", "CRITICAL");
        var low = list("severity", "LOW");

        // then
        acknowledged.then().body("items.severity", contains("HIGH")).body("items.status", contains("ACKNOWLEDGED"));
        critical.then()
                .body("items.severity", contains("CRITICAL"))
                .body("items.acknowledgedAt", contains(nullValue()));
        low.then().body("items", empty());
    }

    @Test
    void listPages() {
        // given
        answer(1);
        answer(3);

        // when
        var first = clinician(RIVERSIDE)
                .queryParam("patientId", client.patientId())
                .queryParam("limit", 1)
                .get("/api/alerts");
        var next = clinician(RIVERSIDE)
                .queryParam("patientId", client.patientId())
                .queryParam("limit", 1)
                .queryParam("after", first.header("Link").replaceAll(".*after=([^&>]+).*", "$1"))
                .get("/api/alerts");

        // then
        first.then().header("Link", containsString("rel=\"next\"")).body("items.severity", contains("HIGH"));
        next.then().header("Link", nullValue()).body("items.severity", contains("CRITICAL"));
    }

    @Test
    void databaseRefusesAnAlertThatIsClosedByNobody() {
        // given
        answer(1);

        // when
        var refusal = catchThrowable(() ->
                database.change("update alert set acknowledged_at = now() where patient_id = ?", client.patientId()));

        // then
        assertThat(refusal).hasMessageContaining("violates check constraint");
    }

    @Test
    void alertIsAssignedAndItsClockGoesOn() {
        // given
        answer(1);
        var id = firstOpen();

        // when
        var toOneself = Clinic.json(TestTokens.bearerAs("clinician-7", RIVERSIDE, "clinician"))
                .header("If-Match", "\"1\"")
                .body("{}")
                .post("/api/alerts/{id}/assignment", id);
        var toAnother = clinician(RIVERSIDE)
                .header("If-Match", "\"2\"")
                .body("{\"assignee\": \"clinician-8\"}")
                .post("/api/alerts/{id}/assignment", id);
        var stale = clinician(RIVERSIDE).header("If-Match", "\"2\"").body("{}").post("/api/alerts/{id}/assignment", id);

        // then
        toOneself.then().statusCode(200).body("assignedTo", equalTo("clinician-7"));
        toAnother
                .then()
                .statusCode(200)
                .body("assignedTo", equalTo("clinician-8"))
                .body("status", equalTo("OPEN"))
                .body("dueAt", notNullValue());
        stale.then().statusCode(412);
    }

    @Test
    void outcomeIsRecordedOnceAfterTheAcknowledgementAndIsTold() {
        // given
        answer(1);
        var id = firstOpen();

        // when
        var tooEarly = outcome(id, "CONTACTED");
        acknowledge(id).then().statusCode(200);
        var recorded = outcome(id, "CONTACTED");
        var second = outcome(id, "NOT_REACHED");

        // then
        tooEarly.then().statusCode(409).body("type", equalTo("/problems/alert-not-acknowledged"));
        recorded.then().statusCode(200).body("outcome", equalTo("CONTACTED")).body("dueAt", nullValue());
        second.then().statusCode(409).body("type", equalTo("/problems/alert-outcome-recorded"));
        try (var kafka = KafkaProbe.connect()) {
            var event = kafka.awaitEvent(
                    "progress.alert.v1", "care.iop.progress.alert-outcome-recorded.v1", UUID.fromString(id));
            AlertEventContracts.OUTCOME_RECORDED.assertProduced(event.data().toString());
            assertThat(event.version()).isEqualTo(3);
        }
    }

    @Test
    void alertThatNobodyAnswersIsEscalatedAndStaysOpen() {
        // given
        answer(3);
        var id = firstOpen();
        makeDue();

        // when
        escalateAll();

        // then
        open().then()
                .body("items.escalations", contains(1))
                .body("items.status", contains("OPEN"))
                .body("items.id", contains(id));
        assertThat(openCounts()).isEqualTo("0 0 0 1");
        try (var kafka = KafkaProbe.connect()) {
            var event =
                    kafka.awaitEvent("progress.alert.v1", "care.iop.progress.alert-escalated.v1", UUID.fromString(id));
            AlertEventContracts.ESCALATED.assertProduced(event.data().toString());
            assertThat(event.data().path("escalations").asInt()).isEqualTo(1);
        }
    }

    @Test
    void neitherAnAcknowledgedAlertNorOneThatIsNotDueIsEscalated() {
        // given
        answer(1);
        acknowledge(firstOpen()).then().statusCode(200);
        makeDue();
        answer(3);

        // when
        escalateAll();

        // then
        assertThat(database.number("select sum(escalations) from alert where patient_id = ?", client.patientId()))
                .isZero();
    }

    @Test
    void budgetCountsAnswersAndWhatTheyLedTo() {
        // given
        var organization = "budget-" + UUID.randomUUID();
        for (var outcome : List.of("CONTACTED", "NO_ACTION_NEEDED", "")) {
            answeredAlert(organization, outcome);
        }

        // when
        var director = Clinic.director(organization).get("/api/alert-budget");
        var self = Clinic.json(TestTokens.bearerAs("clinician-7", organization, "clinician"))
                .get("/api/alert-budget");
        var another = Clinic.json(TestTokens.bearerAs("clinician-8", organization, "clinician"))
                .get("/api/alert-budget");
        var tooLong = clinician(organization)
                .queryParam("from", "2026-01-01")
                .queryParam("to", "2026-04-03")
                .get("/api/alert-budget");

        // then
        director.then()
                .statusCode(200)
                .body("raised", equalTo(3))
                .body("clinicians.clinician", contains("clinician-7"))
                .body("clinicians.acknowledged", contains(3))
                .body("clinicians.perWeek", contains(3.0f))
                .body("clinicians.ledToAction", contains(1))
                .body("clinicians.withoutOutcome", contains(1))
                .body("clinicians.overBudget", contains(false));
        self.then().body("clinicians.clinician", contains("clinician-7"));
        another.then().body("clinicians", empty());
        tooLong.then().statusCode(422);
    }

    @Test
    void rulesAreListedInWords() {
        // when
        var rules = Clinic.director(RIVERSIDE).get("/api/alert-rules");

        // then
        rules.then()
                .statusCode(200)
                .body("items.rule", hasItems("AL-SUI-1", "AL-SUI-2", "AL-SUI-3", "AL-CRV", "AL-SIL"))
                .body("items.find { it.rule == 'AL-MOOD' }.sentence", containsString("2 or less"))
                .body("clocks", containsString("PT15M"));
    }

    @Test
    void everyAccessIsNoted() {
        // given
        answer(1);
        var id = firstOpen();

        // when
        clinician(RIVERSIDE).get("/api/alerts/{id}", id);
        acknowledge(id);

        // then
        assertThat(database.texts(
                        "select action from access_log where person_id = ? and resource = 'Alert' order by id",
                        client.patientId()))
                .containsExactly("READ", "READ", "WRITE");
    }

    private void answer(int safetyItem) {
        post(safetyItem).then().statusCode(201);
    }

    private Response post(int safetyItem) {
        return client.asSelf()
                .body(Phq9.answered(clock.instant(), "0 0 0 0 0 0 0 0 " + safetyItem))
                .post("/api/patients/{patientId}/assessments", client.patientId());
    }

    private Response open() {
        return list("status", "OPEN");
    }

    private Response list(String filter, String value) {
        return clinician(RIVERSIDE)
                .queryParam("patientId", client.patientId())
                .queryParam(filter, value)
                .get("/api/alerts");
    }

    private String firstOpen() {
        return open().path("items[0].id");
    }

    private Response acknowledge(String id) {
        return clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body("{\"reason\":\"SAFETY_ASSESSED\"}")
                .post(ACKNOWLEDGEMENT, id);
    }

    private void answeredAlert(String organization, String outcome) {
        var someone = new Client(organization, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        someone.asSelf()
                .body(Phq9.answered(clock.instant(), "0 0 0 0 0 0 0 0 1"))
                .post("/api/patients/{patientId}/assessments", someone.patientId())
                .then()
                .statusCode(201);
        String id = clinician(organization)
                .queryParam("patientId", someone.patientId())
                .get("/api/alerts")
                .path("items[0].id");
        Clinic.json(TestTokens.bearerAs("clinician-7", organization, "clinician"))
                .header("If-Match", "*")
                .body("{\"reason\":\"REACHING_OUT\"}")
                .post(ACKNOWLEDGEMENT, id)
                .then()
                .statusCode(200);
        if (!outcome.isEmpty()) {
            clinician(organization)
                    .header("If-Match", "*")
                    .body("{\"outcome\":\"" + outcome + "\"}")
                    .post("/api/alerts/{id}/outcome", id)
                    .then()
                    .statusCode(200);
        }
    }

    private static Response outcome(String id, String outcome) {
        return clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body("{\"outcome\":\"" + outcome + "\"}")
                .post("/api/alerts/{id}/outcome", id);
    }

    private void makeDue() {
        database.change(
                "update alert set due_at = now() - interval '1 second' where patient_id = ?", client.patientId());
    }

    private void escalateAll() {
        Clinic.outsideOfARequest(() -> acting.forOrganization(RIVERSIDE, "test", () -> {
            while (escalateAlerts.escalateDue() > 0) {
                // More were due than are taken at once.
            }
        }));
    }

    private String openCounts() {
        return database.texts(
                        "select concat_ws(' ', low, medium, high, critical) from open_alerts where patient_id = ?",
                        client.patientId())
                .get(0);
    }
}
