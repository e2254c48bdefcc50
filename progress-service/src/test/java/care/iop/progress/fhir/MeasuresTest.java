package care.iop.progress.fhir;

import static care.iop.progress.Clinic.LAKESIDE;
import static care.iop.progress.Clinic.RIVERSIDE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import care.iop.chassis.testing.fhir.Answers;
import care.iop.chassis.testing.fhir.Hospital;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import care.iop.progress.assessment.Phq9;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an EHR may read of a person's results and check-ins, and that it accounts for it. */
@ServiceTest
class MeasuresTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Inject
    Database database;

    @Inject
    Clock clock;

    private Hospital hospital;
    private Client client;
    private Instant taken;
    private String result;
    private String checkIn;

    @BeforeEach
    void measure() {
        hospital = Machines.hospital(database, RIVERSIDE);
        hospital.register(true);
        client = Clinic.admit(RIVERSIDE);
        taken = clock.instant().minus(Duration.ofDays(2));
        result = client.asSelf()
                .body(Phq9.answered(taken, "1 2 0 1 3 1 2 0 1"))
                .post("/api/patients/{id}/assessments", client.patientId())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        checkIn = client.asSelf()
                .body(report(6, "My own words about the evening"))
                .post("/api/patients/{id}/check-ins", client.patientId())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, Object> report(int mood, String note) {
        var report = new HashMap<String, Object>();
        report.put("forOn", today().toString());
        report.put("mood", mood);
        report.put("craving", 4);
        report.put("substanceUse", true);
        report.put("substances", List.of("ALCOHOL"));
        report.put("sleepHours", 7.5);
        report.put("note", note);
        report.put("noteShared", true);
        return report;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    @Test
    void scoreIsAnObservationWithLabelsNoticeAndAccount() {
        // given
        var consent = hospital.consent(client.patientId());

        // when
        var read = hospital.ehr().get("/fhir/Observation/{id}", result).then();

        // then
        read.statusCode(200)
                .contentType(startsWith("application/fhir+json"))
                .header("ETag", "W/\"1\"")
                .body("resourceType", equalTo("Observation"))
                .body("status", equalTo("final"))
                .body("category[0].coding[0].code", equalTo("survey"))
                .body("code.coding.find { it.system == 'http://loinc.org' }.code", equalTo("44261-6"))
                .body("code.coding.find { it.system == 'urn:care:iop:instrument' }.code", equalTo("PHQ-9"))
                .body("subject.reference", equalTo("Patient/" + client.patientId()))
                .body("valueInteger", equalTo(11))
                .body("interpretation[0].text", equalTo("moderate"))
                .body("derivedFrom[0].reference", equalTo("QuestionnaireResponse/" + result))
                .body("meta.security.code", equalTo(List.of("R", "42CFRPart2", "NORDSCLCD")))
                .body("note[0].text", containsString("42 CFR 2.32"));
        var told = told("information-disclosed");
        assertThat(told.at("/consentIds/0").asText()).isEqualTo(consent.toString());
        assertThat(told.at("/dataClasses/0").asText()).isEqualTo("MEASURES");
        assertThat(told.at("/resource").asText()).isEqualTo("Observation");
    }

    @Test
    void checkInIsAnObservationOfFiguresAlone() {
        // given
        hospital.consent(client.patientId());

        // when
        var read = hospital.ehr().get("/fhir/Observation/{id}", checkIn).then();

        // then
        Answers.keep("Observation-check-in", read.extract().asString());
        read.statusCode(200)
                .body("effectiveDateTime", equalTo(today().toString()))
                .body("component.find { it.code.coding[0].code == 'mood' }.valueInteger", equalTo(6))
                .body("component.find { it.code.coding[0].code == 'craving' }.valueInteger", equalTo(4))
                .body("component.find { it.code.coding[0].code == 'sleep' }.valueQuantity.value", equalTo(7.5f))
                .body(not(containsString("evening")))
                .body(not(containsString("ALCOHOL")));
    }

    @Test
    void answersAreAQuestionnaireResponse() {
        // given
        hospital.consent(client.patientId());

        // when
        var read =
                hospital.ehr().get("/fhir/QuestionnaireResponse/{id}", result).then();

        // then
        read.statusCode(200)
                .body("status", equalTo("completed"))
                .body("questionnaire", equalTo("urn:care:iop:instrument:phq-9"))
                .body("subject.reference", equalTo("Patient/" + client.patientId()))
                .body("item", hasSize(9))
                .body("item.find { it.linkId == '5' }.text", containsString("appetite"))
                .body("item.find { it.linkId == '5' }.answer[0].valueCoding.code", equalTo("LA6571-9"))
                .body("item.find { it.linkId == '5' }.answer[0].valueCoding.extension[0].valueDecimal", equalTo(3))
                .body("extension[0].valueString", containsString("42 CFR 2.32"))
                .body("meta.security.code", equalTo(List.of("R", "42CFRPart2", "NORDSCLCD")));
    }

    @Test
    void correctionIsToldAndWhatItCorrectsIsInError() {
        // given
        hospital.consent(client.patientId());
        var corrected = new HashMap<String, Object>();
        corrected.put("answers", Phq9.answered(taken, "0 0 0 0 0 0 0 0 0").get("answers"));
        corrected.put("reason", "ENTRY_ERROR");

        // when
        String correction = Clinic.clinician(RIVERSIDE)
                .body(corrected)
                .post("/api/patients/{id}/assessments/{result}/correction", client.patientId(), result)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // then
        Answers.keep("Observation-all", search("Observation").extract().asString());
        Answers.keep(
                "QuestionnaireResponse-all",
                search("QuestionnaireResponse").extract().asString());
        hospital.ehr()
                .get("/fhir/Observation/{id}", correction)
                .then()
                .body("status", equalTo("corrected"))
                .body("valueInteger", equalTo(0));
        hospital.ehr()
                .header("If-None-Match", "W/\"1\"")
                .get("/fhir/Observation/{id}", result)
                .then()
                .statusCode(200)
                .body("status", equalTo("entered-in-error"));
        search("QuestionnaireResponse", "status", "amended").body("entry.resource.id", equalTo(List.of(correction)));
        search("QuestionnaireResponse", "status", "entered-in-error")
                .body("entry.resource.id", equalTo(List.of(result)));
        search("QuestionnaireResponse", "status", "completed").body("entry", equalTo(null));
    }

    @Test
    void drugTestIsNotTold() {
        // given
        hospital.consent(client.patientId());
        Clinic.clinician(RIVERSIDE)
                .body(Map.of(
                        "collectedAt",
                        taken.toString(),
                        "specimen",
                        "URINE",
                        "kind",
                        "LABORATORY_CONFIRMATION",
                        "findings",
                        List.of(Map.of("analyte", "COCAINE", "outcome", "POSITIVE", "prescribed", false))))
                .post("/api/patients/{id}/drug-tests", client.patientId())
                .then()
                .statusCode(201);

        // when, then
        search("Observation").body("entry.resource.id", containsInAnyOrder(result, checkIn));
        search("QuestionnaireResponse").body("entry.resource.id", equalTo(List.of(result)));
    }

    @Test
    void voidResultIsInError() {
        // given
        hospital.consent(client.patientId());

        // when
        Clinic.clinician(RIVERSIDE)
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "WRONG_PERSON"))
                .post("/api/patients/{id}/assessments/{result}/void", client.patientId(), result)
                .then()
                .statusCode(200);

        // then
        for (var type : List.of("Observation", "QuestionnaireResponse")) {
            hospital.ehr()
                    .header("If-None-Match", "W/\"1\"")
                    .get("/fhir/" + type + "/{id}", result)
                    .then()
                    .statusCode(200)
                    .header("ETag", "W/\"2\"")
                    .body("status", equalTo("entered-in-error"));
        }
        search("QuestionnaireResponse", "status", "entered-in-error")
                .body("entry.resource.id", equalTo(List.of(result)));
        search("QuestionnaireResponse", "status", "completed,amended").body("entry", equalTo(null));
    }

    @Test
    void searchFindsByCodeDayMomentAndChangeInPages() {
        // given
        hospital.consent(client.patientId());
        var day = LocalDate.ofInstant(taken, ZONE);

        // when, then
        search("Observation")
                .body("type", equalTo("searchset"))
                .body("entry.resource.id", containsInAnyOrder(result, checkIn));
        search("Observation", "code", "http://loinc.org|44261-6").body("entry.resource.id", equalTo(List.of(result)));
        search("Observation", "code", "urn:care:iop:progress:check-in|daily-check-in")
                .body("entry.resource.id", equalTo(List.of(checkIn)));
        search("Observation", "code", "http://loinc.org|70274-6").body("entry", equalTo(null));
        search("Observation", "date", day.toString()).body("entry.resource.id", equalTo(List.of(result)));
        search("Observation", "date", "gt" + day).body("entry.resource.id", equalTo(List.of(checkIn)));
        search("Observation", "date", "le" + taken.plusSeconds(1)).body("entry.resource.id", equalTo(List.of(result)));
        search("Observation", "date", "ge" + today().atStartOfDay(ZONE).toInstant())
                .body("entry.resource.id", equalTo(List.of(checkIn)));
        search("Observation", "_id", checkIn + ",nobody").body("entry.resource.id", equalTo(List.of(checkIn)));
        search("Observation", "_lastUpdated", "gt2999-01-01T00:00:00Z").body("entry", equalTo(null));
        search("QuestionnaireResponse", "questionnaire", "urn:care:iop:instrument:gad-7")
                .body("entry", equalTo(null));
        var first =
                search("Observation", "_count", "1").body("entry", hasSize(1)).extract();
        String next = first.path("link.find { it.relation == 'next' }.url");
        var second = hospital.ehr()
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("entry", hasSize(1))
                .body("link.relation", equalTo(List.of("self")))
                .extract();
        assertThat(List.of(first.<String>path("entry[0].resource.id"), second.<String>path("entry[0].resource.id")))
                .containsExactlyInAnyOrder(result, checkIn);
    }

    @Test
    void searchByPostFindsTheSame() {
        // given
        hospital.consent(client.patientId());

        // when, then
        hospital.ehr()
                .formParam("patient", "Patient/" + client.patientId())
                .formParam("code", "PHQ-9")
                .formParam("date", "ge2026-01-01", "lt2999")
                .post("/fhir/Observation/_search")
                .then()
                .statusCode(200)
                .body("entry.resource.id", equalTo(List.of(result)));
        hospital.ehr()
                .formParam("patient", client.patientId())
                .formParam("subject", "1")
                .post("/fhir/Observation/_search")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"date=yesterday", "category=vital-signs", "_lastUpdated=2026-01-01", "_count=0", "_count=201"})
    void whatCanNotBeMeantIsRefusedWhoeverItIsAbout(String parameter) {
        // given
        var parts = parameter.split("=", 2);

        // when
        var refused = hospital.ehr()
                .queryParam("patient", UUID.randomUUID().toString())
                .queryParam(parts[0], parts[1])
                .get("/fhir/Observation")
                .then();

        // then
        refused.statusCode(422).body("issue[0].expression[0]", containsString(parts[0]));
    }

    @Test
    void consentForPlansOpensNoResult() {
        // given
        var consent = UUID.randomUUID();
        hospital.tell(
                "consent-changed",
                consent,
                1,
                hospital.terms(consent, client.patientId(), Map.of("dataClasses", List.of("PLAN_OF_CARE"))));

        // when, then
        hospital.ehr().get("/fhir/Observation/{id}", result).then().statusCode(404);
        hospital.ehr().get("/fhir/Observation/{id}", checkIn).then().statusCode(404);
        hospital.ehr().get("/fhir/QuestionnaireResponse/{id}", result).then().statusCode(404);
        search("Observation").body("entry", equalTo(null));
        var told = told("disclosure-refused");
        assertThat(told.at("/reasons/0").asText()).isEqualTo("INFORMATION_NOT_COVERED");
    }

    @Test
    void anotherOrganizationsEhrFindsNobody() {
        // given
        hospital.consent(client.patientId());
        var elsewhere = Machines.hospital(database, LAKESIDE);
        elsewhere.register(true);

        // when, then
        elsewhere.ehr().get("/fhir/Observation/{id}", result).then().statusCode(404);
        elsewhere
                .ehr()
                .queryParam("patient", client.patientId())
                .get("/fhir/Observation")
                .then()
                .statusCode(200)
                .body("entry", equalTo(null));
    }

    @Test
    void staffReadResultsElsewhere() {
        given().auth()
                .oauth2(TestTokens.bearer(RIVERSIDE, "clinician", "program-director"))
                .get("/fhir/Observation/{id}", result)
                .then()
                .statusCode(403)
                .body("resourceType", equalTo("OperationOutcome"));
    }

    private ValidatableResponse search(String type, String... parameters) {
        var request = hospital.ehr().queryParam("patient", client.patientId().toString());
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/fhir/{type}", type).then().statusCode(200);
    }

    private JsonNode told(String fact) {
        try (var kafka = KafkaProbe.connect()) {
            return kafka.await(
                            "progress.disclosure.v1",
                            message -> message.headers().get("ce_type").equals("care.iop.progress." + fact + ".v1")
                                    && message.event()
                                            .data()
                                            .at("/patientId")
                                            .asText()
                                            .equals(client.patientId().toString()))
                    .event()
                    .data();
        }
    }
}
