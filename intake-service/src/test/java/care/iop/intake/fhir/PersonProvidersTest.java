package care.iop.intake.fhir;

import static care.iop.intake.Desk.LAKESIDE;
import static care.iop.intake.Desk.RIVERSIDE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import care.iop.chassis.testing.TestTokens;
import care.iop.chassis.testing.fhir.Answers;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import care.iop.intake.duplicate.Twins;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an EHR may read of a person, the referral, the stay and the policies. */
@ServiceTest
class PersonProvidersTest {

    private String patientId;
    private String referralId;
    private String policyId;

    @BeforeEach
    void refer() {
        var sent = Bundles.send(RIVERSIDE, Bundles.complete());
        patientId = sent.patientId();
        referralId = sent.referralId();
        policyId = sent.insurancePolicyId();
        Desk.ehrAsRecipient(RIVERSIDE);
    }

    private static RequestSpecification ehr(String organization) {
        return given().auth()
                .oauth2(TestTokens.system(
                        organization,
                        "system/Patient.rs",
                        "system/ServiceRequest.rs",
                        "system/EpisodeOfCare.rs",
                        "system/Coverage.rs"));
    }

    private void consent(String... dataClasses) {
        var consent = Desk.consent(Desk.ehrAsRecipient(RIVERSIDE));
        consent.put("dataClasses", List.of(dataClasses));
        Desk.signConsent(RIVERSIDE, patientId, consent);
    }

    private String admit() {
        Desk.step(RIVERSIDE, referralId, "screening").statusCode(200);
        Desk.place(RIVERSIDE, referralId, "2.1").statusCode(201);
        return Desk.coordinator(RIVERSIDE)
                .body(Desk.admission(referralId))
                .post("/api/admissions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void personIsAPatientWithLabelsNoticeAndAccount() {
        // given
        consent("DEMOGRAPHICS");

        // when
        var read = ehr(RIVERSIDE).get("/fhir/Patient/{id}", patientId);

        // then
        Answers.keep("Patient-of-referral", read.asString());
        read.then()
                .statusCode(200)
                .contentType(startsWith("application/fhir+json"))
                .header("ETag", startsWith("W/\""))
                .body("active", equalTo(true))
                .body("name[0].family", equalTo("Example"))
                .body("name[0].given", equalTo(List.of("Avery Lee")))
                .body("gender", equalTo("female"))
                .body("birthDate", equalTo("1988-04-17"))
                .body("identifier.system", hasItem(Desk.MRN))
                .body("telecom.find { it.system == 'phone' }.value", notNullValue())
                .body("extension.valueString", hasItem(containsString("42 CFR 2.32")))
                .body("meta.security.code", equalTo(List.of("R", "42CFRPart2", "NORDSCLCD")));
        ehr(RIVERSIDE)
                .header("If-None-Match", read.header("ETag"))
                .get("/fhir/Patient/{id}", patientId)
                .then()
                .statusCode(304);
        Desk.as(RIVERSIDE, IntakeRoles.COMPLIANCE_OFFICER)
                .get("/api/patients/{id}/disclosures", patientId)
                .then()
                .statusCode(200)
                .body("items.what", hasItem("1 × Patient (FHIR)"));
    }

    @Test
    void personIsFoundByAnyIdentifier() {
        // given
        consent("DEMOGRAPHICS");
        String number =
                Desk.coordinator(RIVERSIDE).get("/api/patients/{id}", patientId).path("identifiers[0].value");

        // when, then
        for (var search : List.of(
                Map.of("identifier", Desk.MRN + "|" + number),
                Map.of("_id", patientId),
                Map.of("_id", patientId, "identifier", Desk.MRN + "|" + number))) {
            ehr(RIVERSIDE)
                    .queryParams(search)
                    .get("/fhir/Patient")
                    .then()
                    .statusCode(200)
                    .body("entry.resource.id", equalTo(List.of(patientId)));
            ehr(RIVERSIDE)
                    .formParams(search)
                    .post("/fhir/Patient/_search")
                    .then()
                    .statusCode(200)
                    .body("entry.resource.id", equalTo(List.of(patientId)));
        }
        ehr(RIVERSIDE)
                .queryParam("_id", UUID.randomUUID())
                .queryParam("identifier", Desk.MRN + "|" + number)
                .get("/fhir/Patient")
                .then()
                .statusCode(200)
                .body("entry", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identifier=MRN-1", "_count=0", "_count=1"})
    void searchThatNamesNobodyIsRefused(String parameter) {
        var parts = parameter.split("=", 2);
        ehr(RIVERSIDE)
                .queryParam(parts[0], parts[1])
                .get("/fhir/Patient")
                .then()
                .statusCode(422)
                .body("resourceType", equalTo("OperationOutcome"));
    }

    @Test
    void thereIsNoSearchByName() {
        ehr(RIVERSIDE).queryParam("name", "Example").get("/fhir/Patient").then().statusCode(400);
        ehr(RIVERSIDE)
                .formParam("name", "Example")
                .post("/fhir/Patient/_search")
                .then()
                .statusCode(400);
    }

    @Test
    void referralIsAServiceRequestThatEndsWithTheAdmission() {
        // given
        consent("REFERRAL");
        var read = ehr(RIVERSIDE).get("/fhir/ServiceRequest/{id}", referralId);
        Answers.keep("ServiceRequest-active", read.asString());
        read.then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("intent", equalTo("order"))
                .body("priority", equalTo("urgent"))
                .body("category[0].coding[0].code", equalTo("3457005"))
                .body("subject.reference", equalTo("Patient/" + patientId))
                .body("note[0].text", containsString("42 CFR 2.32"));

        // when
        admit();

        // then
        ehr(RIVERSIDE)
                .header("If-None-Match", read.header("ETag"))
                .get("/fhir/ServiceRequest/{id}", referralId)
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"));
        ehr(RIVERSIDE)
                .queryParam("patient", patientId)
                .queryParam("status", "active")
                .get("/fhir/ServiceRequest")
                .then()
                .statusCode(200)
                .body("entry", equalTo(null));
    }

    @Test
    void stayIsAnEpisodeOfCare() {
        // given
        consent("ENROLLMENT");
        var admission = admit();

        // when
        var read = ehr(RIVERSIDE).get("/fhir/EpisodeOfCare/{id}", admission);

        // then
        Answers.keep("EpisodeOfCare-active", read.asString());
        read.then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("type[0].coding[0].code", equalTo("2.1"))
                .body("patient.reference", equalTo("Patient/" + patientId))
                .body("referralRequest[0].reference", equalTo("ServiceRequest/" + referralId))
                .body("period.start", equalTo(LocalDate.now(ZoneOffset.UTC).toString()))
                .body("period.end", equalTo(null))
                .body("extension[0].valueString", containsString("42 CFR 2.32"));
    }

    @Test
    void policyIsACoverage() {
        // given
        consent("BENEFITS");

        // when
        var read = ehr(RIVERSIDE).get("/fhir/Coverage/{id}", policyId);

        // then
        Answers.keep("Coverage-as-it-arrived", read.asString());
        read.then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("type.text", equalTo("PPO"))
                .body("subscriberId", equalTo("MEM-0001"))
                .body("beneficiary.reference", equalTo("Patient/" + patientId))
                .body("payor[0].display", equalTo("Example Health Plan"))
                .body("period.end", equalTo("2026-12-31"));
        ehr(RIVERSIDE)
                .formParam("patient", "Patient/" + patientId)
                .formParam("status", "active")
                .post("/fhir/Coverage/_search")
                .then()
                .statusCode(200)
                .body("entry", hasSize(1));
    }

    @Test
    void consentForOneThingOpensNoOther() {
        // given
        consent("REFERRAL");

        // when, then
        ehr(RIVERSIDE).get("/fhir/Patient/{id}", patientId).then().statusCode(404);
        ehr(RIVERSIDE).get("/fhir/Coverage/{id}", policyId).then().statusCode(404);
        ehr(RIVERSIDE)
                .queryParam("_id", patientId)
                .get("/fhir/Patient")
                .then()
                .statusCode(200)
                .body("entry", equalTo(null));
    }

    @Test
    void anotherOrganizationsEhrFindsNobody() {
        // given
        consent("DEMOGRAPHICS", "REFERRAL", "ENROLLMENT", "BENEFITS");
        Desk.ehrAsRecipient(LAKESIDE);

        // when, then
        ehr(LAKESIDE).get("/fhir/Patient/{id}", patientId).then().statusCode(404);
        ehr(LAKESIDE)
                .queryParam("patient", patientId)
                .get("/fhir/ServiceRequest")
                .then()
                .statusCode(200)
                .body("entry", equalTo(null));
    }

    @Test
    void recordThatWasMergedIsInactiveAndLinksToTheOneThatStandsForIt() {
        // given
        var merge = Desk.coordinator(RIVERSIDE)
                .get("/api/patient-merges/{id}", Twins.mergeTwo(RIVERSIDE))
                .jsonPath();
        patientId = merge.getString("survivorId");
        ehr(RIVERSIDE)
                .get("/fhir/Patient/{id}", merge.getString("mergedId"))
                .then()
                .statusCode(404);
        consent("DEMOGRAPHICS");

        // when
        var read = ehr(RIVERSIDE).get("/fhir/Patient/{id}", merge.getString("mergedId"));

        // then
        Answers.keep("Patient-merged", read.asString());
        read.then()
                .statusCode(200)
                .body("active", equalTo(false))
                .body("link[0].type", equalTo("replaced-by"))
                .body("link[0].other.reference", equalTo("Patient/" + patientId));
        ehr(RIVERSIDE)
                .queryParam("_id", merge.getString("mergedId"))
                .get("/fhir/Patient")
                .then()
                .statusCode(200)
                .body("entry.resource.id", equalTo(List.of(patientId)));
    }
}
