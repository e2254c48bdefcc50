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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an EHR may read of a person, the referral, the stay and the policies. */
@ServiceTest
class PersonProvidersTest {

    private static final ZoneId CLINIC = ZoneId.of("America/New_York");

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
                        "system/Coverage.rs",
                        "system/Consent.rs",
                        "system/Task.rs"));
    }

    private void consent(String... dataClasses) {
        var consent = Desk.consent(Desk.ehrAsRecipient(RIVERSIDE));
        consent.put("dataClasses", List.of(dataClasses));
        Desk.signConsent(RIVERSIDE, patientId, consent);
    }

    /** Searches of this person by GET and by a form: both find these. */
    private void finds(List<String> ids, String type, String... parameters) {
        for (var found : List.of(
                search(parameters).get("/fhir/{type}", type), form(parameters).post("/fhir/{type}/_search", type))) {
            found.then().statusCode(200).body("entry.resource.id", equalTo(ids.isEmpty() ? null : ids));
        }
    }

    private RequestSpecification search(String... parameters) {
        var request = ehr(RIVERSIDE).queryParam("patient", patientId);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request;
    }

    private RequestSpecification form(String... parameters) {
        var request = ehr(RIVERSIDE).formParam("patient", patientId);
        for (int i = 0; i < parameters.length; i += 2) {
            request.formParam(parameters[i], parameters[i + 1]);
        }
        return request;
    }

    private void findsByMoment(String type, String parameter, String id, String told) {
        var moment = OffsetDateTime.parse(told).toInstant().truncatedTo(ChronoUnit.SECONDS);
        var day = LocalDate.ofInstant(moment, CLINIC);
        var found = List.of(id);
        for (var value : List.of("" + moment, "ge" + moment, "le" + moment, "gt" + moment.minusSeconds(1))) {
            finds(found, type, parameter, value);
        }
        for (var value : List.of("gt" + moment, "lt" + moment, "" + moment.plusSeconds(1))) {
            finds(List.of(), type, parameter, value);
        }
        for (var value : List.of("" + day, "ge" + day, "le" + day, "gt" + day.minusDays(1), "lt" + day.plusDays(1))) {
            finds(found, type, parameter, value);
        }
        for (var value : List.of("gt" + day, "lt" + day, "" + day.plusDays(1), "" + day.minusDays(1))) {
            finds(List.of(), type, parameter, value);
        }
        finds(found, type, parameter, "ge" + day, parameter, "lt" + day.plusDays(1));
        finds(List.of(), type, parameter, "ge" + day, parameter, "lt" + day);
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

    /** Refers somebody of a family name, born on 17 April 1988. */
    private void refer(String family) {
        patientId = Bundles.send(
                        RIVERSIDE, Bundles.person().with(Bundles.request()).changeResource(0, person -> ((ObjectNode)
                                        person.at("/name/0"))
                                .put("family", family)))
                .patientId();
    }

    private static void findsPersons(List<String> ids, String name, String birthDate) {
        for (var found : List.of(
                ehr(RIVERSIDE)
                        .queryParam("name", name)
                        .queryParam("birthdate", birthDate)
                        .get("/fhir/Patient"),
                ehr(RIVERSIDE)
                        .formParam("name", name)
                        .formParam("birthdate", birthDate)
                        .post("/fhir/Patient/_search"))) {
            found.then().statusCode(200).body("entry.resource.id", equalTo(ids.isEmpty() ? null : ids));
        }
    }

    /** A family name that nobody had before: letters only. */
    private static String newName() {
        return "O'Hara" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    @Test
    void personIsFoundByNameAndBirthDateTogether() {
        // given
        var family = newName();
        refer(family);
        findsPersons(List.of(), family, "1988-04-17");
        consent("DEMOGRAPHICS");
        var found = List.of(patientId);

        // when, then
        var plain = family.replace("O'", "o");
        for (var name : List.of(
                family, plain, plain.toUpperCase(Locale.ROOT), "Avery " + family, family + " av", "nobody," + family)) {
            findsPersons(found, name, "1988-04-17");
        }
        findsPersons(found, family.substring(0, family.length() - 1), "eq1988-04-17");
        findsPersons(List.of(), family.substring(1), "1988-04-17");
        findsPersons(List.of(), family + "x", "1988-04-17");
        findsPersons(List.of(), "Blake " + family, "1988-04-17");
        findsPersons(List.of(), family, "1988-04-16");
        findsPersons(List.of(), family, "1988-04-18");
    }

    @Test
    void nameAndBirthDateNarrowWhatAnIdentifierNames() {
        // given
        consent("DEMOGRAPHICS");

        // when, then
        for (var search : List.of(Map.of("name", "Example"), Map.of("birthdate", "1988-04-17"))) {
            ehr(RIVERSIDE)
                    .queryParam("_id", patientId)
                    .queryParams(search)
                    .get("/fhir/Patient")
                    .then()
                    .statusCode(200)
                    .body("entry.resource.id", equalTo(List.of(patientId)));
        }
        for (var search : List.of(Map.of("name", "Sample"), Map.of("birthdate", "1988-04-18"))) {
            ehr(RIVERSIDE)
                    .queryParam("_id", patientId)
                    .queryParams(search)
                    .get("/fhir/Patient")
                    .then()
                    .statusCode(200)
                    .body("entry", equalTo(null));
        }
    }

    @Test
    void whoeverIsNotCoveredIsNotAmongThoseOfOneNameNorDoPagesTellOfThem() {
        // given: four of one name, of whom the first and the third are covered, in the order of their identifiers
        var family = newName();
        var all = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            refer(family);
            all.add(patientId);
        }
        Collections.sort(all);
        for (var covered : List.of(all.get(0), all.get(2))) {
            patientId = covered;
            consent("DEMOGRAPHICS");
        }
        findsPersons(List.of(all.get(0), all.get(2)), family, "1988-04-17");

        // when
        String next = ehr(RIVERSIDE)
                .queryParam("name", family)
                .queryParam("birthdate", "1988-04-17")
                .queryParam("_count", "1")
                .get("/fhir/Patient")
                .then()
                .statusCode(200)
                .body("entry.resource.id", equalTo(List.of(all.get(0))))
                .extract()
                .path("link.find { it.relation == 'next' }.url");

        // then: the last page has no next one, though an uncovered person follows
        ehr(RIVERSIDE)
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("entry.resource.id", equalTo(List.of(all.get(2))))
                .body("link.relation", equalTo(List.of("self")));
        Desk.as(RIVERSIDE, IntakeRoles.COMPLIANCE_OFFICER)
                .get("/api/patients/{id}/disclosures", all.get(1))
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "name, name=Example",
        "birthdate, birthdate=1988-04-17",
        "birthdate, name=Example&birthdate=1988-04",
        "birthdate, name=Example&birthdate=1988",
        "birthdate, name=Example&birthdate=ge1988-04-17",
        "birthdate, name=Example&birthdate=1988-04-17T00:00:00Z",
        "birthdate, name=Example&birthdate=1988-02-30",
        "name, name=-&birthdate=1988-04-17",
        "after, name=Example&birthdate=1988-04-17&after=nonsense"
    })
    void searchThatCouldNameManyIsRefused(String named, String parameters) {
        var given = new HashMap<String, String>();
        for (var parameter : parameters.split("&", -1)) {
            var parts = parameter.split("=", 2);
            given.put(parts[0], parts[1]);
        }
        for (var refused : List.of(
                ehr(RIVERSIDE).queryParams(given).get("/fhir/Patient"),
                ehr(RIVERSIDE).formParams(given).post("/fhir/Patient/_search"))) {
            refused.then()
                    .statusCode(422)
                    .body("resourceType", equalTo("OperationOutcome"))
                    .body("issue[0].expression[0]", containsString(named));
        }
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
    void referralIsFoundByWhenItCame() {
        // given
        finds(List.of(), "ServiceRequest", "authored", "ge2026-01-01");
        consent("REFERRAL");
        String told =
                ehr(RIVERSIDE).get("/fhir/ServiceRequest/{id}", referralId).path("authoredOn");

        // when, then
        findsByMoment("ServiceRequest", "authored", referralId, told);
        finds(List.of(), "ServiceRequest", "authored", "ge2026-01-01", "status", "revoked");
        finds(
                List.of(),
                "ServiceRequest",
                "authored",
                "ge2026-01-01",
                "_id",
                UUID.randomUUID().toString());
    }

    @Test
    void whatBecameOfAReferralIsFoundByWhenItDid() {
        // given
        finds(List.of(), "Task", "modified", "ge2026-01-01");
        consent("REFERRAL");
        admit();
        String told = ehr(RIVERSIDE).get("/fhir/Task/{id}", referralId).path("lastModified");

        // when, then
        findsByMoment("Task", "modified", referralId, told);
    }

    @Test
    void whatBecameOfAReferralIsFoundByWhatItTellsAndNoOwnerIs() {
        // given
        finds(List.of(), "Task", "code", "fulfill");
        consent("REFERRAL");

        // when, then
        ehr(RIVERSIDE)
                .get("/fhir/Task/{id}", referralId)
                .then()
                .statusCode(200)
                .body("code.coding[0].system", equalTo("http://hl7.org/fhir/CodeSystem/task-code"))
                .body("code.coding[0].code", equalTo("fulfill"))
                .body("owner", equalTo(null));
        finds(List.of(referralId), "Task", "code", "fulfill");
        finds(List.of(referralId), "Task", "code", "http://hl7.org/fhir/CodeSystem/task-code|fulfill");
        finds(List.of(), "Task", "owner", "Organization/1");
        finds(List.of(), "Task", "owner", "Organization/1", "code", "fulfill");
    }

    @Test
    void consentIsFoundByTheTimeForWhichItIsGiven() {
        // given
        finds(List.of(), "Consent", "period", "ge2026-01-01");
        var lasting = Desk.consent(Desk.ehrAsRecipient(RIVERSIDE));
        var open = Desk.signConsent(RIVERSIDE, patientId, lasting);
        String told = ehr(RIVERSIDE).get("/fhir/Consent/{id}", open).path("provision.period.start");
        var signed = OffsetDateTime.parse(told).toInstant().truncatedTo(ChronoUnit.SECONDS);
        var day = LocalDate.ofInstant(signed, CLINIC);
        var last = LocalDate.of(day.getYear(), 12, 31);
        var ending = Desk.consent(Desk.ehrAsRecipient(RIVERSIDE));
        ending.put("expiry", Map.of("kind", "ON_DATE", "on", last.toString()));
        var ends = Desk.signConsent(RIVERSIDE, patientId, ending);
        var both = List.of(open, ends);

        // when, then: some of it is in what has one bound
        finds(both, "Consent", "period", "ge" + last);
        finds(List.of(open), "Consent", "period", "gt" + last);
        finds(List.of(open), "Consent", "period", "ge" + last.plusDays(1));
        finds(both, "Consent", "period", "gt" + day.minusDays(1));
        finds(both, "Consent", "period", "lt" + last.plusDays(1));
        finds(List.of(), "Consent", "period", "lt" + day.minusDays(1));
        finds(both, "Consent", "period", "le" + signed.plusSeconds(3600));
        search("period", "le" + signed)
                .get("/fhir/Consent")
                .then()
                .statusCode(200)
                .body("entry.resource.id", hasItem(open));
        finds(List.of(), "Consent", "period", "lt" + signed);
        finds(both, "Consent", "period", "ge" + last, "period", "le" + last);
        finds(List.of(open), "Consent", "period", "gt" + last, "period", "lt" + last.plusDays(7));

        // and all of it in what has two
        finds(List.of(ends), "Consent", "period", "" + day.getYear());
        finds(List.of(), "Consent", "period", "" + (day.getYear() - 1));
        finds(List.of(), "Consent", "period", "" + (day.getYear() + 1));
    }

    @Test
    void pagesOfASearchByPeriodGoOnWhereTheyEnded() {
        // given
        var first = Desk.signConsent(RIVERSIDE, patientId, Desk.consent(Desk.ehrAsRecipient(RIVERSIDE)));
        var second = Desk.signConsent(RIVERSIDE, patientId, Desk.consent(Desk.ehrAsRecipient(RIVERSIDE)));

        // when
        String next = search("period", "ge2026-01-01", "_count", "1")
                .get("/fhir/Consent")
                .then()
                .statusCode(200)
                .body("entry.resource.id", equalTo(List.of(first)))
                .extract()
                .path("link.find { it.relation == 'next' }.url");

        // then
        ehr(RIVERSIDE)
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("entry.resource.id", equalTo(List.of(second)))
                .body("link.relation", equalTo(List.of("self")));
    }

    @ParameterizedTest
    @CsvSource({
        "ServiceRequest, authored, yesterday",
        "ServiceRequest, authored, ne2026-01-01",
        "Task, modified, 2026-02-30",
        "Task, code, approve",
        "Consent, period, sa2026-01-01"
    })
    void whatCanNotBeMeantIsRefused(String type, String parameter, String value) {
        for (var refused : List.of(
                search(parameter, value).get("/fhir/{type}", type),
                form(parameter, value).post("/fhir/{type}/_search", type))) {
            refused.then()
                    .statusCode(422)
                    .body("resourceType", equalTo("OperationOutcome"))
                    .body("issue[0].expression[0]", containsString(parameter));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ServiceRequest, modified",
        "Task, authored",
        "Consent, owner",
        "Coverage, period",
        "EpisodeOfCare, authored"
    })
    void typesHaveNoParametersOfOtherTypes(String type, String parameter) {
        for (var refused : List.of(
                search(parameter, "2026").get("/fhir/{type}", type),
                form(parameter, "2026").post("/fhir/{type}/_search", type))) {
            refused.then().statusCode(400).body("issue[0].expression[0]", containsString(parameter));
        }
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
