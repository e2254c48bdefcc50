package care.iop.intake.fhir;

import static care.iop.intake.Desk.LAKESIDE;
import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import care.iop.intake.AtOnce;
import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class ReferralBundleProviderTest {

    @Inject
    Database database;

    @Test
    void aBundleBecomesAReferralWithAllThatBelongsToIt() {
        // when
        var sent = Bundles.send(RIVERSIDE, Bundles.complete());

        // then
        assertThat(sent.answer().getString("resourceType")).isEqualTo("Bundle");
        assertThat(sent.answer().getString("type")).isEqualTo("transaction-response");
        assertThat(sent.answer().getList("entry.response.status"))
                .containsExactly("201 Created", "201 Created", "201 Created", "201 Created", "204 No Content");
        assertThat(sent.summary().get(0)).startsWith("4 of 5 entries were taken.");
        assertThat(sent.summary()).contains("Condition: 1 not taken, not kept by this service");
        Desk.coordinator(RIVERSIDE)
                .get(sent.location(0))
                .then()
                .statusCode(200)
                .body("givenName", equalTo("Avery Lee"))
                .body("familyName", equalTo("Example"))
                .body("birthDate", equalTo("1988-04-17"))
                .body("administrativeGender", equalTo("FEMALE"))
                .body("phone", equalTo("+1 555 010 0199"));
        Desk.coordinator(RIVERSIDE)
                .get(sent.location(1))
                .then()
                .statusCode(200)
                .body("id", equalTo(sent.referralId()))
                .body("patientId", equalTo(sent.patientId()))
                .body("source", equalTo("EHR"))
                .body("urgency", equalTo("URGENT"))
                .body("status", equalTo("RECEIVED"))
                .body("reason", equalTo("Relapse after residential treatment"));
        Desk.coordinator(RIVERSIDE)
                .get(sent.location(2))
                .then()
                .statusCode(200)
                .body("payer", equalTo("Example Health Plan"))
                .body("plan", equalTo("PPO"))
                .body("memberNumber", equalTo("MEM-0001"))
                .body("startsOn", equalTo("2026-01-01"))
                .body("endsOn", equalTo("2026-12-31"));
        Desk.coordinator(RIVERSIDE)
                .get(sent.location(3))
                .then()
                .statusCode(200)
                .body("instrument", equalTo("PHQ_9"))
                .body("total", equalTo(14))
                .body("takenOn", equalTo("2026-08-20"))
                .body("takenAt", equalTo("2026-08-20T13:30:00Z"));
        Desk.clinician(RIVERSIDE)
                .get("/api/referrals/{id}/screening-results", sent.referralId())
                .then()
                .body("items", hasSize(1));
        Desk.clinician(RIVERSIDE)
                .get("/api/referrals/{id}/insurance-policies", sent.referralId())
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void theReferralIsToldWithoutWhatIsPrivate() {
        // when
        var sent = Bundles.send(RIVERSIDE, Bundles.complete());

        // then
        try (var kafka = KafkaProbe.connect()) {
            var told = kafka.await(
                    "intake.referral.v1", message -> sent.referralId().equals(message.key()));
            assertThat(told.value()).contains("EHR").doesNotContain("Avery", "Example", "1988", "Relapse", "MRN");
        }
    }

    @Test
    void theSameBundleAgainChangesNothing() {
        // given
        var bundle = Bundles.complete();
        var first = Bundles.send(RIVERSIDE, bundle);
        var before = everything();

        // when
        var second = Bundles.send(RIVERSIDE, bundle);

        // then
        assertThat(second.answer().getList("entry.response.status"))
                .containsExactly("200 OK", "200 OK", "200 OK", "200 OK", "204 No Content");
        assertThat(second.answer().getList("entry.response.location"))
                .isEqualTo(first.answer().getList("entry.response.location"));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void theSameContentIsRecognizedThoughItsReferencesAndNarrativeAreNew() {
        // given
        var bundle = Bundles.person().with(Bundles.coverage()).with(Bundles.total("70274-6", "9"));
        var first = Bundles.send(RIVERSIDE, bundle);
        var fresh = "urn:uuid:" + UUID.randomUUID();
        bundle.changeEntry(0, entry -> entry.put("fullUrl", fresh))
                .changeResource(0, patient -> patient.putObject("meta").put("versionId", "2"))
                .changeResource(
                        1, coverage -> coverage.withObject("/beneficiary").put("reference", fresh))
                .changeResource(2, total -> total.withObject("/subject").put("reference", fresh));

        // when
        var second = Bundles.send(RIVERSIDE, bundle);

        // then
        assertThat(second.referralId()).isEqualTo(first.referralId());
        assertThat(second.answer().getList("entry.response.status")).containsOnly("200 OK");
    }

    @Test
    void aBundleWithoutARequestIsAReferralAllTheSame() {
        // when
        var sent = Bundles.send(RIVERSIDE, Bundles.person());

        // then
        Desk.clinician(RIVERSIDE)
                .get("/api/referrals/{id}", sent.referralId())
                .then()
                .body("source", equalTo("EHR"))
                .body("urgency", equalTo("ROUTINE"))
                .body("reason", nullValue());
    }

    @Test
    void aPersonWithoutIdentifierIsRecognizedByTheirContent() {
        // given
        var bundle = Bundles.person().changeResource(0, patient -> patient.remove("identifier"));
        bundle.changeResource(0, patient -> ((ObjectNode) patient.path("name").path(0))
                .put("family", "Example " + UUID.randomUUID()));
        var first = Bundles.send(RIVERSIDE, bundle);

        // when
        var second = Bundles.send(RIVERSIDE, bundle);

        // then
        assertThat(first.status(0)).isEqualTo("201 Created");
        assertThat(second.status(0)).isEqualTo("200 OK");
        assertThat(second.patientId()).isEqualTo(first.patientId());
    }

    @Test
    void aFurtherRequestForTheSamePersonIsAnotherReferral() {
        // given
        var bundle = Bundles.complete();
        var first = Bundles.send(RIVERSIDE, bundle);
        bundle.changeResource(
                1,
                request -> ((ObjectNode) request.path("identifier").path(0)).put("value", "ORD-" + UUID.randomUUID()));

        // when
        var second = Bundles.send(RIVERSIDE, bundle);

        // then
        assertThat(second.patientId()).isEqualTo(first.patientId());
        assertThat(second.referralId()).isNotEqualTo(first.referralId());
        assertThat(second.location(3)).isEqualTo(first.location(3));
    }

    @Test
    void aKnownPatientsDetailsAreNotChanged() {
        // given
        var bundle = Bundles.complete();
        var first = Bundles.send(RIVERSIDE, bundle);
        bundle.changeResource(0, patient -> ((ObjectNode) patient.path("name").path(0)).put("family", "Changed"));

        // when
        Bundles.send(RIVERSIDE, bundle);

        // then
        Desk.clinician(RIVERSIDE)
                .get(first.location(0))
                .then()
                .header("ETag", "\"0\"")
                .body("familyName", equalTo("Example"));
    }

    @Test
    void anIdentifierOfSomebodyBornOnAnotherDayIsAConflict() {
        // given
        var bundle = Bundles.complete();
        Bundles.send(RIVERSIDE, bundle);
        bundle.changeResource(0, patient -> patient.put("birthDate", "1988-04-18"));
        var before = everything();

        // when
        var refused = Bundles.post(RIVERSIDE, bundle.json());

        // then
        refused.statusCode(409)
                .contentType(Bundles.FHIR_JSON)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].code", equalTo("conflict"))
                .body("issue[0].details.coding[0].code", equalTo("identity-conflict"));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void identifiersOfTwoPatientsAreAConflict() {
        // given
        var first = Bundles.person();
        var second = Bundles.person();
        Bundles.send(RIVERSIDE, first);
        Bundles.send(RIVERSIDE, second);
        var firstIdentifiers = new ArrayList<ArrayNode>();
        first.changeResource(0, patient -> firstIdentifiers.add((ArrayNode) patient.path("identifier")));
        second.changeResource(0, patient -> ((ArrayNode) patient.path("identifier")).addAll(firstIdentifiers.get(0)));

        // when
        var refused = Bundles.post(RIVERSIDE, second.json());

        // then
        refused.statusCode(409).body("issue[0].diagnostics", containsString("2 different patients"));
    }

    @Test
    void thePatientOfAnotherOrganizationIsNotOurs() {
        // given
        var bundle = Bundles.complete();
        var there = Bundles.send(LAKESIDE, bundle);

        // when
        var here = Bundles.send(RIVERSIDE, bundle);

        // then
        assertThat(here.status(0)).isEqualTo("201 Created");
        assertThat(here.patientId()).isNotEqualTo(there.patientId());
    }

    @ParameterizedTest
    @CsvSource({"batch, batch-response", "collection, batch-response", "transaction, transaction-response"})
    void everyTypeHasItsAnswer(String type, String answer) {
        // given
        var bundle = Bundles.complete().change(all -> all.put("type", type));

        // when
        var sent = Bundles.send(RIVERSIDE, bundle);

        // then
        assertThat(sent.answer().getString("type")).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "75626-2, 12, AUDIT_C",
        "75626-2, 0, AUDIT_C",
        "82667-7, 10, DAST_10",
        "55758-7, 6, PHQ_2",
        "44261-6, 27, PHQ_9",
        "70274-6, 21, GAD_7"
    })
    void knownTotalsAreTakenUpToTheirHighest(String loinc, String value, String instrument) {
        // when
        var sent = Bundles.send(RIVERSIDE, Bundles.person().with(Bundles.total(loinc, value)));

        // then
        Desk.clinician(RIVERSIDE)
                .get(sent.location(1))
                .then()
                .body("instrument", equalTo(instrument))
                .body("total", equalTo(Integer.parseInt(value)));
    }

    @ParameterizedTest
    @CsvSource({
        "75626-2, 13",
        "82667-7, 11",
        "55758-7, 7",
        "44261-6, 28",
        "70274-6, 22",
        "44261-6, -1",
        "44261-6, 3.5",
        "44261-6, 1e9"
    })
    void anImpossibleTotalIsRefusedAndNotClamped(String loinc, String value) {
        // when
        var sent = Bundles.send(RIVERSIDE, Bundles.person().with(Bundles.total(loinc, value)));

        // then
        assertThat(sent.status(1)).isEqualTo("422 Unprocessable Entity");
        assertThat(sent.answer().getString("entry[1].response.outcome.issue[0].expression[0]"))
                .isEqualTo("Bundle.entry[1].resource.value");
        assertThat(sent.summary()).contains("Observation: 1 refused, see their entries");
        Desk.clinician(RIVERSIDE)
                .get("/api/referrals/{id}/screening-results", sent.referralId())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void theTotalOfTheFullAuditIsNotTakenForThatOfTheShortOne() {
        // when
        var sent = Bundles.send(RIVERSIDE, Bundles.person().with(Bundles.total("75624-7", "9")));

        // then
        assertThat(sent.status(1)).isEqualTo("204 No Content");
    }

    static Stream<Arguments> unsoundTotals() {
        return Stream.of(
                Arguments.of("'preliminary'", "status", "status"),
                Arguments.of("'entered-in-error'", "status", "status"),
                Arguments.of("{'reference': 'Patient/somebody-else'}", "subject", "subject"),
                Arguments.of("{}", "subject", "subject"),
                Arguments.of("'2026-08'", "effectiveDateTime", "effective"),
                Arguments.of("'2126-08-20'", "effectiveDateTime", "effective"),
                Arguments.of("'1988-04-16'", "effectiveDateTime", "effective"),
                Arguments.of("'yesterday'", "effectiveDateTime", "effectiveDateTime"),
                Arguments.of("{'value': 3, 'comparator': '<'}", "valueQuantity", "value"),
                Arguments.of("'odd'", "invented", "invented"));
    }

    @ParameterizedTest
    @MethodSource("unsoundTotals")
    void anUnsoundTotalIsRefusedAloneByItsElement(String json, String property, String element) throws Exception {
        // given
        var value = new ObjectMapper().readTree(json.replace('\'', '"'));
        var bundle = Bundles.person()
                .with(Bundles.total("44261-6", "3"))
                .with(Bundles.total("70274-6", "3"))
                .changeResource(1, total -> total.set(property, value));

        // when
        var sent = Bundles.send(RIVERSIDE, bundle);

        // then
        assertThat(sent.status(1)).isEqualTo("422 Unprocessable Entity");
        assertThat(sent.status(2)).isEqualTo("201 Created");
        assertThat(sent.answer().getString("entry[1].response.outcome.issue[0].expression[0]"))
                .startsWith("Bundle.entry[1].resource")
                .contains(element);
    }

    @Test
    void ordersThatAreNoReferralsAreNotTakenForOne() {
        // given
        var laboratoryOrder = Bundles.request().replace("3457005", "108252007");

        // when
        var sent =
                Bundles.send(RIVERSIDE, Bundles.person().with(laboratoryOrder).with(Bundles.request()));

        // then
        assertThat(sent.answer().getList("entry.response.status"))
                .containsExactly("201 Created", "204 No Content", "201 Created");
    }

    @Test
    void governmentNumbersAreNotKept() {
        // given
        var bundle = Bundles.person().changeResource(0, patient -> ((ArrayNode) patient.path("identifier"))
                .addObject()
                .put("system", "http://hl7.org/fhir/sid/us-ssn")
                .put("value", "999-00-1234"));

        // when
        var sent = Bundles.send(RIVERSIDE, bundle);

        // then
        Desk.clinician(RIVERSIDE).get(sent.location(0)).then().body("identifiers.system", contains(Desk.MRN));
        assertThat(sent.summary()).contains("was left out: government numbers are not kept");
    }

    @Test
    void aWrongTelephoneNumberDoesNotKeepAPersonFromBeingReferred() {
        // given
        var bundle = Bundles.person()
                .changeResource(
                        0, patient -> ((ObjectNode) patient.path("telecom").path(0)).put("value", "ask the sister"));

        // when
        var sent = Bundles.send(RIVERSIDE, bundle);

        // then
        Desk.clinician(RIVERSIDE).get(sent.location(0)).then().statusCode(200).body("phone", nullValue());
        assertThat(sent.answer().getList("entry[0].response.outcome.issue.expression.flatten()"))
                .contains("Bundle.entry[0].resource.telecom");
        assertThat(sent.answer().prettify()).doesNotContain("sister");
    }

    static Stream<Arguments> refused() {
        var request = Bundles.person().with(Bundles.request());
        return Stream.of(
                Arguments.of("no JSON", "{\"resourceType\": \"Bundle\"", 400, null),
                Arguments.of("nothing", "", 400, null),
                Arguments.of("more after the end", "{\"resourceType\": \"Bundle\"} {}", 400, null),
                Arguments.of(
                        "a key twice",
                        "{\"resourceType\": \"Bundle\", \"type\": \"batch\", \"type\": \"batch\"}",
                        400,
                        null),
                Arguments.of("too deep", "[".repeat(5000), 400, null),
                Arguments.of("no bundle", "{\"resourceType\": \"Patient\"}", 422, "Bundle"),
                Arguments.of("an array", "[]", 422, "Bundle"),
                Arguments.of("no type", "{\"resourceType\": \"Bundle\"}", 422, "Bundle.type"),
                Arguments.of("another type", Bundles.of("searchset").json(), 422, "Bundle.type"),
                Arguments.of("no entries", Bundles.of("batch").json(), 422, "Bundle.entry"),
                Arguments.of(
                        "entries of another kind",
                        "{\"resourceType\": \"Bundle\", \"type\": \"batch\", \"entry\": 7}",
                        422,
                        "Bundle.entry"),
                Arguments.of(
                        "no patient",
                        Bundles.of("batch").with(Bundles.coverage()).json(),
                        422,
                        "Bundle.entry"),
                Arguments.of(
                        "two patients",
                        Bundles.person().with("{'resourceType': 'Patient'}").json(),
                        422,
                        "Bundle.entry"),
                Arguments.of(
                        "a patient to delete",
                        Bundles.person()
                                .changeEntry(
                                        0, entry -> entry.withObject("/request").put("method", "DELETE"))
                                .json(),
                        422,
                        "Bundle.entry"),
                Arguments.of(
                        "no birth date",
                        patient(p -> p.remove("birthDate")),
                        422,
                        "Bundle.entry[0].resource.birthDate"),
                Arguments.of(
                        "a year of birth",
                        patient(p -> p.put("birthDate", "1988")),
                        422,
                        "Bundle.entry[0].resource.birthDate"),
                Arguments.of(
                        "a birth to come",
                        patient(p -> p.put("birthDate", "2999-01-01")),
                        422,
                        "Bundle.entry[0].resource.birthDate"),
                Arguments.of(
                        "a day that is none",
                        patient(p -> p.put("birthDate", "1988-02-30")),
                        422,
                        "Bundle.entry[0].resource.birthDate"),
                Arguments.of("no name", patient(p -> p.remove("name")), 422, "Bundle.entry[0].resource.name"),
                Arguments.of(
                        "the dead",
                        patient(p -> p.put("deceasedBoolean", true)),
                        422,
                        "Bundle.entry[0].resource.deceased"),
                Arguments.of(
                        "an unknown element",
                        patient(p -> p.put("nickname", "Ave")),
                        422,
                        "Bundle.entry[0].resource.nickname"),
                Arguments.of(
                        "a wrong code", patient(p -> p.put("gender", "F")), 422, "Bundle.entry[0].resource.gender"),
                Arguments.of(
                        "a NUL",
                        patient(p -> ((ObjectNode) p.path("name").path(0)).put("family", "Nul\u0000")),
                        422,
                        "Bundle.entry[0].resource"),
                Arguments.of(
                        "a revoked request",
                        request.changeResource(1, r -> r.put("status", "revoked"))
                                .json(),
                        422,
                        "Bundle.entry[1].resource.status"),
                Arguments.of(
                        "two requests",
                        Bundles.person()
                                .with(Bundles.request())
                                .with(Bundles.request())
                                .json(),
                        422,
                        "Bundle.entry"),
                Arguments.of(
                        "a request for somebody else",
                        Bundles.person()
                                .with(Bundles.request())
                                .changeResource(1, r -> r.withObject("/subject").put("reference", "Patient/2"))
                                .json(),
                        422,
                        "Bundle.entry[1].resource.subject"));
    }

    private static String patient(Consumer<ObjectNode> change) {
        return Bundles.person().changeResource(0, change).json();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCannotBeTakenIsRefusedAsAWhole(String why, String body, int status, String expression) {
        // given
        var before = everything();

        // when
        var answer = Bundles.post(RIVERSIDE, body);

        // then
        answer.statusCode(status)
                .contentType(Bundles.FHIR_JSON)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue.severity", everyItem(equalTo("error")));
        if (expression != null) {
            answer.body("issue.expression.flatten()", hasItem(expression));
        }
        assertThat(answer.extract().asString()).doesNotContain("Avery", "1988-04", "MRN-", "Ave\"");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aBodyAboveSixteenMebibytesIsRefusedBeforeItIsSent() throws IOException {
        // given
        var head =
                "POST /intake/fhir HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/fhir+json\r\nAuthorization: Bearer "
                        + TestTokens.system(RIVERSIDE, IntakeRoles.SENDS_REFERRALS) + "\r\nContent-Length: "
                        + (16 * 1024 * 1024 + 1) + "\r\n\r\n";

        try (var socket = new Socket("localhost", RestAssured.port)) {
            // when
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            // then
            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(status).isEqualTo("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/fhir+xml"})
    void onlyFhirJsonIsRead(String contentType) {
        // when
        var answer = Desk.coordinator(RIVERSIDE)
                .contentType(contentType)
                .body("x")
                .post("/fhir")
                .then();

        // then
        answer.statusCode(415).body("resourceType", equalTo("OperationOutcome"));
    }

    @RepeatedTest(3)
    void theSameBundleTwiceAtOnceIsStoredOnce() throws Exception {
        // given
        var bundle = Bundles.complete().json();

        // when
        var answers =
                AtOnce.twice(() -> Bundles.post(RIVERSIDE, bundle).extract().response());

        // then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.jsonPath().getString("entry[0].response.location"))
                .containsOnly(answers.get(0).jsonPath().getString("entry[0].response.location"));
        var patientId = new Bundles.Sent(answers.get(0).jsonPath()).patientId();
        assertThat(database.number("select count(*) from referral where patient_id = ?", UUID.fromString(patientId)))
                .isEqualTo(1);
    }

    private List<String> everything() {
        return Stream.of("patient", "patient_identifier", "referral", "screening_result", "insurance_policy")
                .flatMap(table -> database.rows("select * from " + table + " order by organization_id, id").stream())
                .toList();
    }
}
