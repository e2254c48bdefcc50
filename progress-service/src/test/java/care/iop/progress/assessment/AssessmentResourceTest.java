package care.iop.progress.assessment;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import care.iop.progress.alert.AlertEventContracts;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class AssessmentResourceTest {

    private static final String ASSESSMENTS = "/api/patients/{patientId}/assessments";

    @Inject
    Clock clock;

    @Inject
    Database database;

    private Client client;

    @BeforeEach
    void admit() {
        client = Clinic.admit(RIVERSIDE);
    }

    @Test
    void answersAreScoredByTheServiceAndKeptAsGiven() {
        // when
        var response = record(phq9("2 1 3 2 1 1 0 0 0 1"));

        // then
        response.then()
                .statusCode(201)
                .header("Location", endsWith(client.patientId() + "/assessments/" + response.path("id")))
                .body("admissionId", equalTo(client.admissionId().toString()))
                .body("instrument", equalTo("PHQ-9"))
                .body("scorerVersion", equalTo("phq-9/1"))
                .body("total", equalTo(10))
                .body("band", equalTo("moderate"))
                .body("complete", equalTo(true))
                .body("prorated", equalTo(false))
                .body("missingItems", empty())
                .body("noTotalBecause", nullValue())
                .body("crisisSupport", nullValue())
                .body("answers.'1'", equalTo(2))
                .body("answers.'10'", equalTo(1));
        clinician(RIVERSIDE)
                .get(ASSESSMENTS + "/{id}", client.patientId(), response.path("id"))
                .then()
                .statusCode(200)
                .body("total", equalTo(10))
                .body("answers.'3'", equalTo(3));
    }

    @Test
    void clinicianRecordsForSomeoneTheyTreat() {
        // when
        var response = clinician(RIVERSIDE).body(phq9("1 1 1 1 1 1 1 1 0")).post(ASSESSMENTS, client.patientId());

        // then
        response.then().statusCode(201).body("total", equalTo(8));
        client.asSelf()
                .get(ASSESSMENTS, client.patientId())
                .then()
                .body("items.total", contains(8))
                .body("items[0]", not(hasKey("answers")));
    }

    @Test
    void factTellsTheScoreAndNoAnswer() {
        // when
        var id = record(phq9("1 1 1 1 1 1 1 1 0")).<String>path("id");

        // then
        try (var kafka = KafkaProbe.connect()) {
            var event = kafka.awaitEvent(
                    "progress.assessment.v1", "care.iop.progress.assessment-recorded.v1", UUID.fromString(id));
            AssessmentEventContracts.RECORDED.assertProduced(event.data().toString());
            assertThat(event.organization()).isEqualTo(RIVERSIDE);
            assertThat(event.version()).isEqualTo(1);
            assertThat(event.data().path("patientId").asText())
                    .isEqualTo(client.patientId().toString());
            assertThat(event.data().path("total").asInt()).isEqualTo(8);
            assertThat(event.data().has("answers")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, HIGH", "2, HIGH", "3, CRITICAL"})
    void thoughtsOfSelfHarmCallAHumanAtAnyTotal(int answer, String severity) {
        // when
        var response = record(phq9("0 0 0 0 0 0 0 0 " + answer));

        // then
        response.then()
                .statusCode(201)
                .body("band", equalTo("minimal"))
                .body("crisisSupport.message", containsString("988"))
                .body("crisisSupport.message", containsString("911"))
                .body("crisisSupport.contacts", hasSize(2));
        openAlerts()
                .then()
                .body("items.rule", contains("AL-SUI-1"))
                .body("items.severity", contains(severity))
                .body("items.sourceId", contains(response.<String>path("id")))
                .body("items.admissionId", contains(client.admissionId().toString()));
    }

    @Test
    void noThoughtsOfSelfHarmRaiseNothingEvenAtTheHighestTotal() {
        // when
        var response = record(phq9("3 3 3 3 3 3 3 3 0"));

        // then
        response.then().statusCode(201).body("band", equalTo("severe")).body("crisisSupport", nullValue());
        openAlerts().then().body("items", empty());
    }

    @Test
    void incompleteFormStillCallsAHuman() {
        // when
        var response = record(phq9("- - - - - - - - 1"));

        // then
        response.then()
                .statusCode(201)
                .body("total", nullValue())
                .body("band", nullValue())
                .body("complete", equalTo(false))
                .body("noTotalBecause", equalTo("TOO_MANY_ITEMS_MISSING"))
                .body("missingItems", contains("1", "2", "3", "4", "5", "6", "7", "8"))
                .body("crisisSupport.message", containsString("988"));
        openAlerts().then().body("items.severity", contains("HIGH"));
    }

    @Test
    void withoutTheSafetyItemThereIsNoScoreAndTheServiceSaysSo() {
        // when
        var response = record(phq9("3 3 3 3 3 3 3 3 -"));

        // then
        response.then()
                .statusCode(201)
                .body("total", nullValue())
                .body("noTotalBecause", equalTo("SAFETY_ITEM_MISSING"))
                .body("missingItems", contains("9"))
                .body("crisisSupport", nullValue());
        openAlerts().then().body("items", empty());
    }

    @Test
    void raisedAlertIsTold() {
        // given
        record(phq9("0 0 0 0 0 0 0 0 3")).then().statusCode(201);
        var alertId = UUID.fromString(openAlerts().path("items[0].id"));

        // when
        try (var kafka = KafkaProbe.connect()) {
            var event = kafka.awaitEvent("progress.alert.v1", "care.iop.progress.alert-raised.v1", alertId);

            // then
            AlertEventContracts.RAISED.assertProduced(event.data().toString());
            assertThat(event.data().path("rule").asText()).isEqualTo("AL-SUI-1");
            assertThat(event.data().path("severity").asText()).isEqualTo("CRITICAL");
            assertThat(event.version()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"9, 4", "9, -1", "1, 4", "10, 4", "11, 0", "0, 0"})
    void whatTheFormDoesNotOfferIsRefusedAndRaisesNothing(String item, int value) {
        // given
        var request = phq9("0 0 0 0 0 0 0 0 1");
        answersOf(request).put(item, value);

        // when
        var response = record(request);

        // then
        response.then().statusCode(422).body("errors.pointer", contains("/answers/" + item));
        openAlerts().then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"1\"", "true", "[1]"})
    void answerOfAnotherKindIsNotBentToFit(String json) {
        // given
        var body =
                "{\"instrument\":\"PHQ-9\",\"takenAt\":\"%s\",\"answers\":{\"9\":%s}}".formatted(clock.instant(), json);

        // when
        var response = client.asSelf().body(body).post(ASSESSMENTS, client.patientId());

        // then
        response.then().statusCode(400);
        openAlerts().then().body("items", empty());
    }

    @Test
    void oneAnswerGivenTwiceIsRefused() {
        // given
        var body = "{\"instrument\":\"PHQ-9\",\"takenAt\":\"%s\",\"answers\":{\"9\":3,\"9\":0}}"
                .formatted(clock.instant());

        // when
        var response = client.asSelf().body(body).post(ASSESSMENTS, client.patientId());

        // then
        response.then().statusCode(400);
    }

    @Test
    void scoreFromOutsideIsRefused() {
        // given
        var request = phq9("0 0 0 0 0 0 0 0 0");
        request.put("total", 0);

        // when
        var response = record(request);

        // then
        response.then().statusCode(400).body("type", equalTo("/problems/unknown-field"));
    }

    @Test
    void unknownInstrumentIsRefused() {
        // given
        var request = phq9("0 0 0 0 0 0 0 0 0");
        request.put("instrument", "PHQ-8");

        // when
        var response = record(request);

        // then
        response.then()
                .statusCode(422)
                .body("errors.pointer", contains("/instrument"))
                .body("errors.detail", contains(containsString("PHQ-9")));
    }

    @Test
    void formWithoutAnswersIsRefused() {
        // given
        var request = phq9("- - - - - - - - -");

        // when
        var response = record(request);

        // then
        response.then().statusCode(422).body("errors.pointer", contains("/answers"));
    }

    @Test
    void answersFromTheFutureOrFromLongAgoAreRefused() {
        // when
        var future = record(phq9At(clock.instant().plus(Duration.ofMinutes(10))));
        var longAgo = record(phq9At(clock.instant().minus(Duration.ofDays(367))));
        var clockAhead = record(phq9At(clock.instant().plus(Duration.ofMinutes(4))));
        var aYearAgo = record(phq9At(clock.instant().minus(Duration.ofDays(365))));

        // then
        future.then().statusCode(422).body("errors.pointer", contains("/takenAt"));
        longAgo.then().statusCode(422).body("errors.pointer", contains("/takenAt"));
        clockAhead.then().statusCode(201);
        aYearAgo.then().statusCode(201);
    }

    @Test
    void retryWithTheSameKeyHasEffectOnce() {
        // given
        var key = UUID.randomUUID().toString();
        var request = phq9("0 0 0 0 0 0 0 0 1");

        // when
        var first = client.asSelf().header("Idempotency-Key", key).body(request).post(ASSESSMENTS, client.patientId());
        var retry = client.asSelf().header("Idempotency-Key", key).body(request).post(ASSESSMENTS, client.patientId());

        // then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(retry.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(database.number("select count(*) from assessment_result where patient_id = ?", client.patientId()))
                .isEqualTo(1);
    }

    @Test
    void otherPatientsResultsReadAsAbsent() {
        // given
        var id = record(phq9("0 0 0 0 0 0 0 0 0")).<String>path("id");
        var other = Clinic.admit(RIVERSIDE);

        // when
        var list = other.asSelf().get(ASSESSMENTS, client.patientId());
        var read = other.asSelf().get(ASSESSMENTS + "/{id}", client.patientId(), id);
        var underOwnId = other.asSelf().get(ASSESSMENTS + "/{id}", other.patientId(), id);
        var write = other.asSelf().body(phq9("0 0 0 0 0 0 0 0 0")).post(ASSESSMENTS, client.patientId());

        // then
        list.then().statusCode(404);
        read.then().statusCode(404);
        underOwnId.then().statusCode(404);
        write.then().statusCode(404);
    }

    @Test
    void clinicianCanNotRecordForSomeoneWithoutAnEpisode() {
        // when
        var response = clinician(RIVERSIDE).body(phq9("0 0 0 0 0 0 0 0 0")).post(ASSESSMENTS, UUID.randomUUID());

        // then
        response.then().statusCode(404);
    }

    @Test
    void answersOfAPersonWhoseAdmissionHasNotArrivedYetStillCallAHuman() {
        // given
        var early = new Client(RIVERSIDE, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

        // when
        var response = early.asSelf().body(phq9("0 0 0 0 0 0 0 0 2")).post(ASSESSMENTS, early.patientId());

        // then
        response.then().statusCode(201).body("admissionId", nullValue());
        clinician(RIVERSIDE)
                .queryParam("patientId", early.patientId())
                .get("/api/alerts")
                .then()
                .body("items.severity", contains("HIGH"))
                .body("items.admissionId", contains(nullValue()));
    }

    @Test
    void newestTotalIsAtHandForTheCaseload() {
        // given
        record(phq9("1 1 1 1 1 1 1 1 0")).then().statusCode(201);

        // when
        record(phq9At(clock.instant().minus(Duration.ofDays(14)))).then().statusCode(201);
        record(phq9("3 3 3 3 3 3 3 3 -")).then().statusCode(201);

        // then
        assertThat(database.texts(
                        "select total || ' ' || band from latest_score where patient_id = ?", client.patientId()))
                .containsExactly("8 mild");
    }

    @Test
    void everyAccessIsNoted() {
        // given
        var id = record(phq9("0 0 0 0 0 0 0 0 0")).<String>path("id");

        // when
        clinician(RIVERSIDE).get(ASSESSMENTS, client.patientId());
        clinician(RIVERSIDE).get(ASSESSMENTS + "/{id}", client.patientId(), id);

        // then
        assertThat(database.texts(
                        "select action from access_log where person_id = ? and resource = 'AssessmentResult' order by id",
                        client.patientId()))
                .containsExactly("WRITE", "READ", "READ");
    }

    @Test
    void definitionIsThereForForms() {
        // when
        var response = client.asSelf().get("/api/instruments/{code}", "PHQ-9");

        // then
        response.then()
                .statusCode(200)
                .body("items", hasSize(10))
                .body("items[8].text", containsString("better off dead"))
                .body(
                        "bandTables[0].bands.code",
                        containsInAnyOrder("minimal", "mild", "moderate", "moderately-severe", "severe"));
    }

    private Response record(Map<String, Object> request) {
        return client.asSelf().body(request).post(ASSESSMENTS, client.patientId());
    }

    private Response openAlerts() {
        return clinician(RIVERSIDE).queryParam("patientId", client.patientId()).get("/api/alerts");
    }

    private Map<String, Object> phq9At(Instant takenAt) {
        var request = phq9("0 0 0 0 0 0 0 0 0");
        request.put("takenAt", takenAt.toString());
        return request;
    }

    private Map<String, Object> phq9(String values) {
        return Phq9.answered(clock.instant(), values);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> answersOf(Map<String, Object> request) {
        return (Map<String, Object>) request.get("answers");
    }
}
