package care.iop.progress.fhir;

import static care.iop.progress.Clinic.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import care.iop.chassis.testing.fhir.Answers;
import care.iop.chassis.testing.fhir.Hospital;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers to instruments that an EHR sends: scored here, judged by the alert rules, told as Observations. */
@ServiceTest
class AnswersByMachineTest {

    private static final String NO_SAFETY_ITEM = "1 2 0 1 0 1 2 0 0";

    @Inject
    Database database;

    @Inject
    Clock clock;

    private Hospital hospital;
    private Client client;
    private Instant taken;

    @BeforeEach
    void admit() {
        hospital = Machines.hospital(database, RIVERSIDE);
        hospital.register(true);
        client = Clinic.admit(RIVERSIDE);
        taken = clock.instant().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    }

    private Response send(Map<String, Object> response) {
        return hospital.ehr()
                .contentType("application/fhir+json")
                .body(response)
                .post("/fhir/QuestionnaireResponse");
    }

    private Map<String, Object> phq9(String values) {
        return Answered.phq9(client.patientId(), taken, values);
    }

    private void refusedAt(String element, Map<String, Object> response) {
        send(response)
                .then()
                .statusCode(422)
                .body("issue[0].expression[0]", equalTo("QuestionnaireResponse." + element));
    }

    @Test
    void answersAreScoredHereAndToldAsObservation() {
        // given
        hospital.consent(client.patientId());

        // when
        var sent = send(phq9(NO_SAFETY_ITEM));

        // then
        Answers.keep("QuestionnaireResponse-sent", sent.asString());
        String id = sent.then()
                .statusCode(201)
                .header("ETag", startsWith("W/\""))
                .body("status", equalTo("completed"))
                .body("item", hasSize(9))
                .extract()
                .path("id");
        sent.then().header("Location", endsWith("/progress/fhir/QuestionnaireResponse/" + id));
        hospital.ehr()
                .queryParam("patient", client.patientId())
                .queryParam("code", "44261-6")
                .get("/fhir/Observation")
                .then()
                .statusCode(200)
                .body("entry", hasSize(1))
                .body("entry[0].resource.valueInteger", equalTo(7))
                .body("entry[0].resource.derivedFrom[0].reference", equalTo("QuestionnaireResponse/" + id));
        client.asSelf()
                .get("/api/patients/{patient}/assessments/{id}", client.patientId(), id)
                .then()
                .statusCode(200)
                .body("total", equalTo(7));
    }

    @Test
    void safetyItemCallsAHuman() {
        // given
        hospital.consent(client.patientId());

        // when
        send(phq9("1 2 0 1 0 1 2 0 1")).then().statusCode(201);

        // then
        Clinic.clinician(RIVERSIDE)
                .queryParam("patientId", client.patientId())
                .get("/api/alerts")
                .then()
                .statusCode(200)
                .body("items.rule", hasItem(equalTo("AL-SUI-1")));
    }

    @Test
    void sameAnswersOfTheSameMomentAreTakenOnce() {
        // given
        hospital.consent(client.patientId());
        String id = send(phq9(NO_SAFETY_ITEM)).then().statusCode(201).extract().path("id");

        // when, then
        send(phq9(NO_SAFETY_ITEM)).then().statusCode(200).body("id", equalTo(id));
        send(phq9("2 2 0 1 0 1 2 0 0")).then().statusCode(201);
    }

    @Test
    void answersThatWereVoidedDoNotComeBackByBeingSentAgain() {
        // given
        hospital.consent(client.patientId());
        String id = send(phq9(NO_SAFETY_ITEM)).then().statusCode(201).extract().path("id");
        Clinic.clinician(RIVERSIDE)
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "WRONG_PERSON"))
                .post("/api/patients/{id}/assessments/{result}/void", client.patientId(), id)
                .then()
                .statusCode(200);

        // when
        var again = send(phq9(NO_SAFETY_ITEM));

        // then
        again.then().statusCode(200).body("id", equalTo(id)).body("status", equalTo("entered-in-error"));
    }

    @Test
    void whatWasReadCanBeSentAgain() {
        // given: codes of LOINC with their ordinal value
        hospital.consent(client.patientId());
        var sent = send(phq9(NO_SAFETY_ITEM));
        Map<String, Object> read = sent.then().extract().path("");
        read.remove("extension");

        // when, then
        send(read).then().statusCode(200).body("id", equalTo(sent.path("id")));
    }

    @Test
    void withoutAConsentNobodyIsKnown() {
        // when
        var refused = send(phq9(NO_SAFETY_ITEM));

        // then
        refused.then().statusCode(422).body("issue[0].expression[0]", equalTo("QuestionnaireResponse.subject"));
        assertThat(send(Answered.phq9(UUID.randomUUID(), taken, NO_SAFETY_ITEM))
                        .path("issue")
                        .toString())
                .isEqualTo(refused.path("issue").toString());
        client.asSelf()
                .get("/api/patients/{id}/assessments", client.patientId())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void whatCanNotBeTakenIsNamedByElement() {
        // given
        hospital.consent(client.patientId());

        // when, then
        refusedAt("status", with("status", "in-progress"));
        refusedAt("questionnaire", with("questionnaire", "http://example.org/other"));
        refusedAt("subject", with("subject", Map.of("reference", "Group/1")));
        refusedAt(
                "authored",
                with("authored", clock.instant().plus(Duration.ofDays(2)).toString()));
        refusedAt("identifier", with("identifier", Map.of("value", "A1")));
        refusedAt("item[0].answer[0].value", with("item", List.of(item("1", Map.of("valueInteger", 4)))));
        refusedAt("item[0].answer[0].value", with("item", List.of(item("1", Map.of("valueString", "often")))));
        refusedAt("item[0].linkId", with("item", List.of(item("77", Map.of("valueInteger", 1)))));
        refusedAt(
                "item[1].linkId",
                with("item", List.of(item("1", Map.of("valueInteger", 1)), item("1", Map.of("valueInteger", 2)))));
        refusedAt("item", with("item", List.of(Map.of("linkId", "1"))));
        client.asSelf()
                .get("/api/patients/{id}/assessments", client.patientId())
                .then()
                .body("items", hasSize(0));
    }

    private static Map<String, Object> item(String linkId, Map<String, Object> answer) {
        return Map.of("linkId", linkId, "answer", List.of(answer));
    }

    private Map<String, Object> with(String element, Object value) {
        var response = phq9(NO_SAFETY_ITEM);
        response.put(element, value);
        return response;
    }
}
