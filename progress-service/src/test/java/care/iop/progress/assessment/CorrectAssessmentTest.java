package care.iop.progress.assessment;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import care.iop.progress.alert.AlertEventContracts;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PHQ-9 throughout: eight items, then the ninth, which calls a human. */
@ServiceTest
class CorrectAssessmentTest {

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
    void rightAnswersStandInPlaceAndTheMistakenOnesAreKept() {
        // given
        var mistaken = record(LATER, SEVERE);

        // when
        var correction = correct(mistaken, LOW, "ENTRY_ERROR");

        // then
        var id = correction.<String>path("id");
        correction
                .then()
                .statusCode(201)
                .header("Location", endsWith("/progress/api/patients/" + client.patientId() + "/assessments/" + id))
                .body("total", equalTo(2))
                .body("takenAt", equalTo(LATER.toString()))
                .body("correctsId", equalTo(mistaken))
                .body("correctionReason", equalTo("ENTRY_ERROR"))
                .body("replacedById", nullValue());
        client.asSelf()
                .get(ASSESSMENT, client.patientId(), mistaken)
                .then()
                .statusCode(200)
                .body("total", equalTo(13))
                .body("replacedById", equalTo(id));
        client.asSelf()
                .get(ASSESSMENTS, client.patientId())
                .then()
                .body("items.id", contains(mistaken, id))
                .body("items.replacedById", contains(id, null));
        assertThat(database.texts("select total from latest_score where patient_id = ?", client.patientId()))
                .containsExactly("2");
        assertThat(database.number(
                        "select count(*) from access_log where person_id = ? and resource = 'AssessmentResult' and action = 'WRITE'",
                        client.patientId()))
                .isEqualTo(3);
    }

    @Test
    void factOfACorrectionSaysWhatItCorrects() {
        // given
        var mistaken = record(LATER, SEVERE);

        // when
        var id = correct(mistaken, LOW, "MISREAD_QUESTION").<String>path("id");

        // then
        try (var kafka = KafkaProbe.connect()) {
            var event = kafka.awaitEvent(
                    "progress.assessment.v1", "care.iop.progress.assessment-recorded.v1", UUID.fromString(id));
            AssessmentEventContracts.RECORDED.assertProduced(event.data().toString());
            assertThat(event.data().path("correctsId").asText()).isEqualTo(mistaken);
        }
    }

    @Test
    void newestScoreIsTheOneBeforeWhenTheCorrectionHasNoTotal() {
        // given
        record(IN_FIRST_WEEK, LOW);
        var mistaken = record(LATER, SEVERE);

        // when
        correct(mistaken, "2 2 - - - - - - 0", "ENTRY_ERROR")
                .then()
                .statusCode(201)
                .body("total", nullValue());

        // then
        assertThat(database.texts("select total from latest_score where patient_id = ?", client.patientId()))
                .containsExactly("2");
    }

    @Test
    void correctedResultIsNotCorrectedAgainButItsCorrectionIs() {
        // given
        var mistaken = record(LATER, SEVERE);
        var first = correct(mistaken, LOW, "ENTRY_ERROR").<String>path("id");

        // when
        var again = correct(mistaken, LOW, "ENTRY_ERROR");
        var next = correct(first, SEVERE, "OTHER");

        // then
        again.then()
                .statusCode(409)
                .body("type", equalTo("/problems/assessment-corrected"))
                .body("detail", containsString(first));
        next.then().statusCode(201).body("correctsId", equalTo(first));
    }

    @Test
    void whatDoesNotFitIsRefusedAndChangesNothing() {
        // given
        var id = record(LATER, SEVERE);
        var other = Clinic.admit(RIVERSIDE);

        // when, then
        correct(id, "4 0 0 0 0 0 0 0 0", "ENTRY_ERROR").then().statusCode(422);
        correct(id, LOW, "BORED").then().statusCode(400);
        correct(UUID.randomUUID().toString(), LOW, "ENTRY_ERROR").then().statusCode(404);
        other.asSelf()
                .body(Map.of("reason", "ENTRY_ERROR", "answers", Map.of("1", 0)))
                .post(ASSESSMENT + "/correction", other.patientId(), id)
                .then()
                .statusCode(404);
        client.asSelf().get(ASSESSMENT, client.patientId(), id).then().body("replacedById", nullValue());
    }

    @Test
    void suicideAlertOfAMistakenAnswerIsMarkedAndStaysOpen() {
        // given
        var mistaken = record(LATER, "0 0 0 0 0 0 0 0 1");
        var alert = alerts().<String>path("items[0].id");

        // when
        correct(mistaken, "0 0 0 0 0 0 0 0 0", "ENTRY_ERROR").then().body("crisisSupport", nullValue());

        // then
        alerts().then()
                .body("items.id", contains(alert))
                .body("items[0].status", equalTo("OPEN"))
                .body("items[0].sourceId", equalTo(mistaken))
                .body("items[0].dueAt", notNullValue())
                .body("items[0].sourceCorrectedAt", notNullValue());
        try (var kafka = KafkaProbe.connect()) {
            var event = kafka.awaitEvent(
                    "progress.alert.v1", "care.iop.progress.alert-source-corrected.v1", UUID.fromString(alert));
            AlertEventContracts.SOURCE_CORRECTED.assertProduced(event.data().toString());
        }
    }

    @Test
    void answerThatWasMissedCallsAHuman() {
        // given
        var mistaken = record(LATER, "0 0 0 0 0 0 0 0 0");

        // when
        var correction = correct(mistaken, "0 0 0 0 0 0 0 0 3", "MISREAD_QUESTION");

        // then
        correction.then().body("crisisSupport.message", containsString("988"));
        alerts().then()
                .body("items.rule", contains("AL-SUI-1"))
                .body("items.severity", contains("CRITICAL"))
                .body("items.sourceId", contains(correction.<String>path("id")));
    }

    @Test
    void sameFindingIsNotRaisedAgainAndAWorseOneIs() {
        // given
        var mistaken = record(LATER, "0 0 0 0 0 0 0 0 1");

        // when
        var same = correct(mistaken, "1 0 0 0 0 0 0 0 2", "ENTRY_ERROR").<String>path("id");

        // then
        alerts().then().body("items", hasSize(1)).body("items[0].sourceCorrectedAt", nullValue());

        // when
        correct(same, "1 0 0 0 0 0 0 0 3", "ENTRY_ERROR").then().statusCode(201);

        // then
        alerts().then()
                .body("items.severity", contains("HIGH", "CRITICAL"))
                .body("items.sourceCorrectedAt", contains(null, null));
    }

    @Test
    void laterResultIsJudgedAnewByTheCorrectedBeginning() {
        // given
        var baseline = record(IN_FIRST_WEEK, LOW);
        record(LATER, SEVERE);
        alerts().then().body("items.rule", contains("AL-DET")).body("items[0].sourceCorrectedAt", nullValue());

        // when
        var corrected = correct(baseline, SEVERE, "ENTRY_ERROR").<String>path("id");

        // then
        alerts().then().body("items.rule", contains("AL-DET")).body("items[0].sourceCorrectedAt", notNullValue());

        // when
        correct(corrected, LOW, "ENTRY_ERROR").then().statusCode(201);

        // then
        alerts().then()
                .body("items.rule", contains("AL-DET", "AL-DET"))
                .body("items.sourceCorrectedAt", contains(notNullValue(), nullValue()));
    }

    @Test
    void alertOfAMistakenAnswerNeverHidesANewOne() {
        // given
        correct(record(LATER, "0 0 0 0 0 0 0 0 1"), "0 0 0 0 0 0 0 0 0", "ENTRY_ERROR");

        // when
        var next = record(LATER.plusSeconds(60), "0 0 0 0 0 0 0 0 1");

        // then
        alerts().then().body("items", hasSize(2)).body("items[1].sourceId", equalTo(next));
    }

    @Test
    void laterResultCallsAHumanWhenTheBeginningWasBetterThanItSeemed() {
        // given
        var baseline = record(IN_FIRST_WEEK, SEVERE);
        var later = record(LATER, SEVERE);
        alerts().then().body("items", empty());

        // when
        correct(baseline, LOW, "ENTRY_ERROR").then().statusCode(201);

        // then
        alerts().then().body("items.rule", contains("AL-DET")).body("items.sourceId", contains(later));
    }

    @Test
    void clinicianGoesThroughItWithThePersonAndLinksTheChangeOfThePlan() {
        // given
        var id = record(LATER, SEVERE);
        var plan = UUID.randomUUID();

        // when
        review(id, "{\"planChange\": \"NONE\"}").then().statusCode(201).body("treatmentPlanId", nullValue());
        var changed = review(id, "{\"planChange\": \"INTERVENTIONS\", \"treatmentPlanId\": \"%s\"}".formatted(plan));

        // then
        changed.then()
                .statusCode(201)
                .body("reviewedBy", notNullValue())
                .body("treatmentPlanId", equalTo(plan.toString()));
        client.asSelf()
                .get(ASSESSMENT, client.patientId(), id)
                .then()
                .body("reviews.planChange", contains("NONE", "INTERVENTIONS"))
                .body("reviews.treatmentPlanId", contains(null, plan.toString()));
        assertThat(database.texts(
                        "select action from access_log where person_id = ? and resource = 'AssessmentReview'",
                        client.patientId()))
                .containsExactly("WRITE", "WRITE");
    }

    @Test
    void planThatNothingChangedAndResultThatWasCorrectedAreNotLinked() {
        // given
        var id = record(LATER, SEVERE);
        correct(id, LOW, "ENTRY_ERROR");

        // when, then
        review(id, "{\"planChange\": \"GOALS\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/assessment-corrected"));
        review(
                        record(LATER, LOW),
                        "{\"planChange\": \"NONE\", \"treatmentPlanId\": \"%s\"}".formatted(UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/treatmentPlanId"));
        review(UUID.randomUUID().toString(), "{\"planChange\": \"NONE\"}")
                .then()
                .statusCode(404);
    }

    private String record(Instant takenAt, String values) {
        return client.asSelf()
                .body(Phq9.answered(takenAt, values))
                .post(ASSESSMENTS, client.patientId())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response correct(String id, String values, String reason) {
        var body = new HashMap<>(Phq9.answered(LATER, values));
        body.remove("instrument");
        body.remove("takenAt");
        body.put("reason", reason);
        return clinician(RIVERSIDE).body(body).post(ASSESSMENT + "/correction", client.patientId(), id);
    }

    private Response review(String id, String body) {
        return clinician(RIVERSIDE).body(body).post(ASSESSMENT + "/reviews", client.patientId(), id);
    }

    private Response alerts() {
        return clinician(RIVERSIDE).queryParam("patientId", client.patientId()).get("/api/alerts");
    }
}
