package care.iop.progress.assessment;

import static care.iop.progress.Clinic.LAKESIDE;
import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.Roles;
import care.iop.progress.ServiceTest;
import care.iop.progress.alert.AlertEventContracts;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PHQ-9 throughout: eight items, then the ninth, which calls a human. */
@ServiceTest
class VoidAssessmentTest {

    private static final String ASSESSMENTS = "/api/patients/{patientId}/assessments";
    private static final String ASSESSMENT = ASSESSMENTS + "/{assessmentId}";
    private static final Instant IN_FIRST_WEEK = Instant.parse("2026-11-17T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-24T10:00:00Z");
    private static final String LOW = "0 0 0 0 1 1 0 0 0";
    private static final String SEVERE = "2 2 2 2 2 1 1 1 0";

    @Inject
    Database database;

    private Client client;

    @BeforeEach
    void admit() {
        client = Clinic.admit(RIVERSIDE);
    }

    @Test
    void voidResultIsKeptWithWhoAndWhy() {
        // given
        var id = record(LATER, SEVERE);

        // when
        var voided = makeVoid(id, "WRONG_PERSON");

        // then
        voided.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("total", equalTo(13))
                .body("voidedAt", notNullValue())
                .body("voidedBy", notNullValue())
                .body("voidReason", equalTo("WRONG_PERSON"))
                .body("replacedById", nullValue());
        client.asSelf()
                .get(ASSESSMENT, client.patientId(), id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("answers", hasKey("9"))
                .body("voidReason", equalTo("WRONG_PERSON"));
        client.asSelf()
                .get(ASSESSMENTS, client.patientId())
                .then()
                .body("items.id", contains(id))
                .body("items[0].voidedAt", notNullValue());
        assertThat(database.number(
                        "select count(*) from access_log where person_id = ? and resource = 'AssessmentResult' and action = 'WRITE'",
                        client.patientId()))
                .isEqualTo(2);
    }

    @Test
    void factSaysThatItIsVoid() {
        // given
        var id = record(LATER, SEVERE);

        // when
        makeVoid(id, "RECORDED_TWICE").then().statusCode(200);

        // then
        try (var kafka = KafkaProbe.connect()) {
            var event = kafka.awaitEvent(
                    "progress.assessment.v1", "care.iop.progress.assessment-voided.v1", UUID.fromString(id));
            AssessmentEventContracts.VOIDED.assertProduced(event.data().toString());
            assertThat(event.data().path("reason").asText()).isEqualTo("RECORDED_TWICE");
        }
    }

    @Test
    void newestScoreIsTheOneBeforeAndThenNone() {
        // given
        var first = record(IN_FIRST_WEEK, LOW);
        var second = record(LATER, SEVERE);
        assertThat(latest()).containsExactly("13");

        // when, then
        makeVoid(second, "OTHER").then().statusCode(200);
        assertThat(latest()).containsExactly("2");
        makeVoid(first, "OTHER").then().statusCode(200);
        assertThat(latest()).isEmpty();
    }

    @Test
    void whatItAnsweredIsDueAgain() {
        // given
        var id = record(Instant.now().minusSeconds(60), LOW);
        due().body("items.item", not(hasItem("PHQ-9")));

        // when
        makeVoid(id, "NOT_ANSWERED").then().statusCode(200);

        // then
        due().body("items.item", hasItem("PHQ-9"));
    }

    @Test
    void itIsNoBeginningAndNoLatestFigureOfAReviewAnyMore() {
        // given
        var first = record(IN_FIRST_WEEK, SEVERE);
        var second = record(IN_FIRST_WEEK.plusSeconds(60), LOW);
        var last = record(LATER, LOW);
        change(last).body("baselineId", equalTo(first)).body("cautions", everyItem(not(containsString("voided"))));
        suggestion().body(figure("baseline"), equalTo(13)).body(figure("latest"), equalTo(2));

        // when
        makeVoid(first, "WRONG_PERSON").then().statusCode(200);

        // then
        change(last).body("baselineId", equalTo(second));
        change(first).body("cautions", hasItem(containsString("counts nowhere")));
        suggestion().body(figure("baseline"), equalTo(2));

        // when
        makeVoid(last, "WRONG_PERSON").then().statusCode(200);
        makeVoid(second, "WRONG_PERSON").then().statusCode(200);

        // then
        suggestion()
                .body("findings.find { it.code == 'SCORES_BETTER' }.standing", equalTo("UNKNOWN"))
                .body(figure("latest"), nullValue());
    }

    @Test
    void suicideAlertOfAVoidResultIsMarkedAndStaysOpen() {
        // given
        var id = record(LATER, "0 0 0 0 0 0 0 0 1");
        var alert = alerts().<String>path("items[0].id");

        // when
        makeVoid(id, "WRONG_PERSON").then().statusCode(200);

        // then
        alerts().then()
                .body("items.id", contains(alert))
                .body("items[0].status", equalTo("OPEN"))
                .body("items[0].dueAt", notNullValue())
                .body("items[0].sourceCorrectedAt", notNullValue());
        try (var kafka = KafkaProbe.connect()) {
            var event = kafka.awaitEvent(
                    "progress.alert.v1", "care.iop.progress.alert-source-corrected.v1", UUID.fromString(alert));
            AlertEventContracts.SOURCE_CORRECTED.assertProduced(event.data().toString());
        }
    }

    @Test
    void alertOfAVoidResultNeverHidesANewOne() {
        // given
        makeVoid(record(LATER, "0 0 0 0 0 0 0 0 1"), "RECORDED_TWICE");

        // when
        var next = record(LATER.plusSeconds(60), "0 0 0 0 0 0 0 0 1");

        // then
        alerts().then().body("items", hasSize(2)).body("items[1].sourceId", equalTo(next));
    }

    @Test
    void alertThatTheFirstVersionRaisedIsMarkedWhenTheLastOneIsVoided() {
        // given: the correction finds the same, so the first alert stands for it
        var mistaken = record(LATER, "0 0 0 0 0 0 0 0 1");
        var correction = correct(mistaken, "1 0 0 0 0 0 0 0 1")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        alerts().then().body("items", hasSize(1)).body("items[0].sourceCorrectedAt", nullValue());

        // when
        makeVoid(correction, "WRONG_PERSON").then().statusCode(200);

        // then
        alerts().then().body("items", hasSize(1)).body("items[0].sourceCorrectedAt", notNullValue());
        assertThat(latest()).isEmpty();
    }

    @Test
    void laterResultIsJudgedAnewWithoutTheVoidBeginning() {
        // given
        var beginning = record(IN_FIRST_WEEK, LOW);
        record(LATER, SEVERE);
        alerts().then().body("items.rule", contains("AL-DET")).body("items[0].sourceCorrectedAt", nullValue());

        // when
        makeVoid(beginning, "WRONG_PERSON").then().statusCode(200);

        // then
        alerts().then()
                .body("items.rule", contains("AL-DET"))
                .body("items[0].status", equalTo("OPEN"))
                .body("items[0].sourceCorrectedAt", notNullValue());
    }

    @Test
    void laterResultCallsAHumanWhenTheVoidBeginningHidItsDeterioration() {
        // given
        var wrong = record(IN_FIRST_WEEK, SEVERE);
        record(IN_FIRST_WEEK.plusSeconds(60), LOW);
        var later = record(LATER, SEVERE);
        alerts().then().body("items", empty());

        // when
        makeVoid(wrong, "WRONG_PERSON").then().statusCode(200);

        // then
        alerts().then().body("items.rule", contains("AL-DET")).body("items.sourceId", contains(later));
    }

    @Test
    void voidResultIsNeitherVoidedNorCorrectedNorReviewedAgain() {
        // given
        var id = record(LATER, SEVERE);
        makeVoid(id, "OTHER").then().statusCode(200);

        // when, then
        for (var refused : new Response[] {makeVoid(id, "OTHER"), correct(id, LOW), review(id)}) {
            refused.then().statusCode(409).body("type", equalTo("/problems/assessment-voided"));
        }
    }

    @Test
    void ofACorrectedResultOnlyTheCorrectionIsVoided() {
        // given
        var mistaken = record(LATER, SEVERE);
        var correction = correct(mistaken, LOW).<String>path("id");

        // when
        var refused = makeVoid(mistaken, "OTHER");

        // then
        refused.then()
                .statusCode(409)
                .body("type", equalTo("/problems/assessment-corrected"))
                .body("detail", containsString(correction));
        makeVoid(correction, "OTHER").then().statusCode(200);
        assertThat(latest()).isEmpty();
    }

    @Test
    void onlyWithTheVersionThatWasReadAndAReason() {
        // given
        var id = record(LATER, SEVERE);
        var reason = Map.of("reason", "OTHER");

        // when, then
        clinician(RIVERSIDE)
                .body(reason)
                .post(ASSESSMENT + "/void", client.patientId(), id)
                .then()
                .statusCode(428);
        makeVoid(id, "OTHER", "\"2\"").then().statusCode(412);
        makeVoid(id, "BORED", "\"1\"").then().statusCode(400);
        clinician(RIVERSIDE)
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(ASSESSMENT + "/void", client.patientId(), id)
                .then()
                .statusCode(422);
        assertThat(latest()).containsExactly("13");
        client.asSelf().get(ASSESSMENT, client.patientId(), id).then().body("voidedAt", nullValue());
    }

    @Test
    void onlyAClinicianOfTheOrganizationVoidsWhatIsThePersons() {
        // given
        var id = record(LATER, SEVERE);
        var other = Clinic.admit(RIVERSIDE);
        var reason = Map.of("reason", "OTHER");

        // when, then
        client.asSelf()
                .header("If-Match", "*")
                .body(reason)
                .post(ASSESSMENT + "/void", client.patientId(), id)
                .then()
                .statusCode(403);
        Clinic.json(TestTokens.bearer(LAKESIDE, Roles.CLINICIAN))
                .header("If-Match", "*")
                .body(reason)
                .post(ASSESSMENT + "/void", client.patientId(), id)
                .then()
                .statusCode(404);
        clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(reason)
                .post(ASSESSMENT + "/void", other.patientId(), id)
                .then()
                .statusCode(404);
        makeVoid(UUID.randomUUID().toString(), "OTHER").then().statusCode(404);
        assertThat(latest()).containsExactly("13");
    }

    private String record(Instant takenAt, String values) {
        return client.asSelf()
                .body(Phq9.answered(takenAt, values))
                .post(ASSESSMENTS, client.patientId())
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .path("id");
    }

    private Response makeVoid(String id, String reason) {
        return makeVoid(id, reason, "*");
    }

    private Response makeVoid(String id, String reason, String version) {
        return clinician(RIVERSIDE)
                .header("If-Match", version)
                .body(Map.of("reason", reason))
                .post(ASSESSMENT + "/void", client.patientId(), id);
    }

    private Response correct(String id, String values) {
        var body = new HashMap<>(Phq9.answered(LATER, values));
        body.remove("instrument");
        body.remove("takenAt");
        body.put("reason", "ENTRY_ERROR");
        return clinician(RIVERSIDE).body(body).post(ASSESSMENT + "/correction", client.patientId(), id);
    }

    private Response review(String id) {
        return clinician(RIVERSIDE)
                .body(Map.of("planChange", "NONE"))
                .post(ASSESSMENT + "/reviews", client.patientId(), id);
    }

    private Response alerts() {
        return clinician(RIVERSIDE).queryParam("patientId", client.patientId()).get("/api/alerts");
    }

    private ValidatableResponse change(String id) {
        return client.asSelf()
                .get(ASSESSMENT + "/change", client.patientId(), id)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse due() {
        return client.asSelf()
                .get("/api/patients/{id}/due-work", client.patientId())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse suggestion() {
        return clinician(RIVERSIDE)
                .get("/api/episodes/{id}/level-suggestion", client.admissionId())
                .then()
                .statusCode(200);
    }

    private static String figure(String which) {
        return "findings.find { it.code == 'SCORES_BETTER' }.figures.'PHQ-9 " + which + "'";
    }

    private List<String> latest() {
        return database.texts("select total from latest_score where patient_id = ?", client.patientId());
    }
}
