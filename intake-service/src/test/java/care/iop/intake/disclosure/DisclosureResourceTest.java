package care.iop.intake.disclosure;

import static care.iop.intake.Desk.RIVERSIDE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import care.iop.chassis.testing.TestTokens;
import care.iop.chassis.testing.fhir.Answers;
import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the EHR that sent a referral may learn of it, what staff may tell, and what is written down about it. */
@ServiceTest
class DisclosureResourceTest {

    @Inject
    Database database;

    private String referralId;
    private String patientId;
    private String recipientId;

    @BeforeEach
    void receiveReferral() {
        referralId = Desk.refer(RIVERSIDE);
        patientId = Desk.patientOf(RIVERSIDE, referralId);
        recipientId = Desk.ehrAsRecipient(RIVERSIDE);
    }

    @Test
    void senderLearnsWhatConsentAllowsWithLabelsNoticeAndAccount() {
        // given
        var consentId = Desk.signConsent(RIVERSIDE, patientId, Desk.consent(recipientId));

        // when
        var response = task().then();

        // then
        response.statusCode(200)
                .contentType(containsString("application/fhir+json"))
                .body("resourceType", equalTo("Task"))
                .body("status", equalTo("received"))
                .body("businessStatus.text", equalTo("RECEIVED"))
                .body("focus.reference", equalTo("ServiceRequest/" + referralId))
                .body("meta.security.code", equalTo(List.of("R", "42CFRPart2", "NORDSCLCD")))
                .body("note[0].text", containsString("42 CFR 2.32"));
        account()
                .body("items", hasSize(1))
                .body("items[0].recipientId", equalTo(recipientId))
                .body("items[0].dataClasses", equalTo(List.of("REFERRAL")))
                .body("items[0].purpose", equalTo("TREATMENT"))
                .body("items[0].basis", equalTo("CONSENT"))
                .body("items[0].consentIds", equalTo(List.of(consentId)))
                .body("items[0].channel", equalTo("API"))
                .body("items[0].noticeVersion", notNullValue());
    }

    @Test
    void withoutConsentAPersonReadsAsAbsentToTheLastByte() {
        // given
        var absent = withoutOwnIdentifier(task(UUID.randomUUID().toString()));

        // when
        var response = task();

        // then
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(withoutOwnIdentifier(response)).isEqualTo(absent);
        account().body("items", hasSize(0));
    }

    @Test
    void eachRefusalLeavesARowAndOnlyTheRowTellsWhy() {
        // given
        var before = refusals();

        // when
        task(UUID.randomUUID().toString()).then().statusCode(404);
        task().then().statusCode(404);
        given().auth()
                .oauth2(TestTokens.system(RIVERSIDE, IntakeRoles.READS_REFERRALS))
                .header("Purpose-Of-Use", "HPAYMT")
                .get("/fhir/Task/{id}", referralId)
                .then()
                .statusCode(404);
        Desk.signConsent(RIVERSIDE, patientId, Desk.consent(recipientId));
        var told = task();
        Answers.keep("Task", told.asString());
        told.then().statusCode(200);

        // then
        var added = refusals().subList(before.size(), before.size() + 3);
        assertThat(refusals()).hasSize(before.size() + 3);
        assertThat(added)
                .containsExactly(
                        "null REFERRAL null {ABSENT} " + recipientId,
                        patientId + " REFERRAL null {NO_CONSENT} " + recipientId,
                        patientId + " REFERRAL HPAYMT {PURPOSE_NOT_REGISTERED} " + recipientId);
        assertThat(database.number(
                        "select count(*) from refused_disclosure where person_id = ? and operation <> '' and request_id <> '' and client = ?",
                        UUID.fromString(patientId),
                        Desk.ehr(RIVERSIDE)))
                .isEqualTo(2);
        account().body("items", hasSize(1));
    }

    @Test
    void complianceOfficerReadsWhatWasRefusedAndWhy() {
        // given
        task().then().statusCode(404);
        var machine = Desk.ehr(RIVERSIDE);

        // when
        var response = refused(Map.of("patientId", patientId));

        // then
        response.statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].patientId", equalTo(patientId))
                .body("items[0].client", equalTo(machine))
                .body("items[0].recipientId", equalTo(recipientId))
                .body("items[0].dataClass", equalTo("REFERRAL"))
                .body("items[0].reasons", equalTo(List.of("NO_CONSENT")))
                .body("items[0].refusedAt", notNullValue())
                .body("items[0].requestId", notNullValue());
        refused(Map.of("patientId", patientId, "client", machine)).body("items", hasSize(1));
        refused(Map.of("patientId", patientId, "client", "another")).body("items", hasSize(0));
        refused(Map.of(
                        "patientId",
                        patientId,
                        "since",
                        LocalDate.now(ZoneOffset.UTC).plusDays(1).toString()))
                .body("items", hasSize(0));
        assertThat(database.number(
                        "select count(*) from access_log where resource = 'RefusedDisclosure' and person_id = ?",
                        UUID.fromString(patientId)))
                .isEqualTo(2);
    }

    @Test
    void refusalsComeInPagesAndOfAPatientThatExists() {
        // given
        task().then().statusCode(404);
        task().then().statusCode(404);

        // when
        var first = refused(Map.of("patientId", patientId, "limit", 1));

        // then
        first.body("items", hasSize(1)).header("Link", containsString("after="));
        refused(Map.of("patientId", UUID.randomUUID().toString())).statusCode(404);
    }

    private static ValidatableResponse refused(Map<String, ?> query) {
        return Desk.as(RIVERSIDE, IntakeRoles.COMPLIANCE_OFFICER)
                .queryParams(query)
                .get("/api/refused-disclosures")
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from refused_disclosure",
                "update refused_disclosure set person_id = null",
                "truncate refused_disclosure"
            })
    void refusalsAreAppendOnly(String statement) {
        assertThatThrownBy(() -> database.execute(statement)).hasMessageContaining("append-only");
    }

    private List<String> refusals() {
        return database.rows("""
                select person_id, data_class, purpose, reasons, recipient_id from refused_disclosure
                 where organization_id = ? and client = ? order by refused_at, id
                """, RIVERSIDE, Desk.ehr(RIVERSIDE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HPAYMT", "HOPERAT", "ETREAT", "HLEGAL"})
    void machineCannotStateAWiderPurposeThanItIsRegisteredFor(String purpose) {
        // given
        var content = Desk.consent(recipientId);
        content.put("kind", "TREATMENT_PAYMENT_OPERATIONS");
        content.put("purposes", List.of("TREATMENT", "PAYMENT", "HEALTH_CARE_OPERATIONS"));
        content.put("statements", List.of("RIGHT_TO_REVOKE", "REDISCLOSURE", "CONSEQUENCES_OF_REFUSAL"));
        Desk.signConsent(RIVERSIDE, patientId, content);

        // when
        var response = given().auth()
                .oauth2(TestTokens.system(RIVERSIDE, IntakeRoles.READS_REFERRALS))
                .header("Purpose-Of-Use", purpose)
                .get("/fhir/Task/{id}", referralId);

        // then
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(task().statusCode()).isEqualTo(200);
    }

    @Test
    void treatingProvidersAsAClassNeedARelationshipOnRecord() {
        // given
        var content = Desk.consent();
        content.put("recipientClasses", List.of("TREATING_PROVIDERS"));
        Desk.signConsent(RIVERSIDE, patientId, content);
        assertThat(task().statusCode()).isEqualTo(404);

        // when
        var relationship = posted("treating-relationships", Map.of("recipientId", recipientId));

        // then
        assertThat(task().statusCode()).isEqualTo(200);
        ended("treating-relationships", relationship);
        assertThat(task().statusCode()).isEqualTo(404);
    }

    @Test
    void notingARelationshipTwiceIsOneRelationship() {
        // when
        var first = posted("treating-relationships", Map.of("recipientId", recipientId));
        var second = posted("treating-relationships", Map.of("recipientId", recipientId));

        // then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void agreedRestrictionWinsOverTheConsentUntilItIsEnded() {
        // given
        Desk.signConsent(RIVERSIDE, patientId, Desk.consent(recipientId));
        assertThat(task().statusCode()).isEqualTo(200);

        // when
        var restriction = posted("disclosure-restrictions", Map.of("dataClasses", List.of("REFERRAL")));

        // then
        assertThat(task().statusCode()).isEqualTo(404);
        ended("disclosure-restrictions", restriction);
        assertThat(task().statusCode()).isEqualTo(200);
    }

    @Test
    void recipientThatIsNotActiveIsToldNothing() {
        // given
        Desk.signConsent(RIVERSIDE, patientId, Desk.consent(recipientId));
        var facts = new HashMap<String, Object>();
        facts.put("name", "Example Hospital");
        facts.put("classes", List.of("TREATING_PROVIDERS"));
        facts.put("purposes", List.of("TREATMENT"));
        facts.put("clientSubject", Desk.ehr(RIVERSIDE));
        facts.put("active", false);

        // when
        change(facts);

        // then
        try {
            assertThat(task().statusCode()).isEqualTo(404);
        } finally {
            facts.put("active", true);
            change(facts);
        }
        assertThat(task().statusCode()).isEqualTo(200);
    }

    @Test
    void onlyThoseWhoAnswerForPrivacyGiveAMachineItsWayIn() {
        // when
        var response = Desk.coordinator(RIVERSIDE)
                .body(Map.of("name", "Example Clinic", "clientSubject", "somebody"))
                .post("/api/recipients")
                .then();

        // then
        response.statusCode(403);
        Desk.as(RIVERSIDE, IntakeRoles.COMPLIANCE_OFFICER)
                .body(Map.of("name", "Example Clinic", "clientSubject", Desk.ehr(RIVERSIDE)))
                .post("/api/recipients")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/client-taken"));
    }

    @Test
    void staffDiscloseOnlyWhatConsentsCoverAndAreToldWhyNot() {
        // given
        Desk.signConsent(RIVERSIDE, patientId, Desk.consent(recipientId));

        // when
        var covered = disclose(IntakeRoles.COORDINATOR, told("TREATMENT", "REFERRAL", "ENROLLMENT"));
        var partly = disclose(IntakeRoles.COORDINATOR, told("TREATMENT", "REFERRAL", "MEASURES"));
        var otherwise = disclose(IntakeRoles.COORDINATOR, told("PAYMENT", "REFERRAL"));

        // then
        covered.statusCode(201).body("channel", equalTo("BY_STAFF")).body("consentIds", hasSize(1));
        partly.statusCode(409)
                .body("type", equalTo("/problems/consent-not-in-force"))
                .body("errors.detail", hasItem(containsString("MEASURES")))
                .body("errors.detail", not(hasItem(containsString("REFERRAL"))));
        otherwise.statusCode(409);
        account().body("items", hasSize(1));
    }

    @Test
    void clinicianDisclosesInAnEmergencyAndWritesDownWhat251Asks() {
        // given
        var told = told("EMERGENCY", "MEASURES");

        // when
        var without = disclose(IntakeRoles.CLINICIAN, told);
        told.put(
                "emergency",
                Map.of(
                        "recipientName", "Dana Example",
                        "affiliation", "Example Hospital, emergency department",
                        "nature", "Found unconscious."));
        var byCoordinator = disclose(IntakeRoles.COORDINATOR, told);
        var byClinician = disclose(IntakeRoles.CLINICIAN, told);

        // then
        without.statusCode(422).body("errors[0].pointer", equalTo("/emergency"));
        byCoordinator.statusCode(422).body("errors[0].pointer", equalTo("/purpose"));
        byClinician
                .statusCode(201)
                .body("basis", equalTo("MEDICAL_EMERGENCY"))
                .body("emergency.affiliation", containsString("emergency department"));
    }

    @Test
    void patientsSeeTheAccountOfTheirOwn() {
        // given
        Desk.signConsent(RIVERSIDE, patientId, Desk.consent(recipientId));
        task().then().statusCode(200);

        // when
        var own = Desk.json(TestTokens.forPatient(RIVERSIDE, UUID.fromString(patientId)))
                .get("/api/me/disclosures")
                .then();

        // then
        own.statusCode(200).body("items", hasSize(1)).body("items[0].recipientId", equalTo(recipientId));
        Desk.json(TestTokens.forPatient(RIVERSIDE, UUID.randomUUID()))
                .get("/api/me/disclosures")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void accountCanNotBeChanged() {
        // given
        Desk.signConsent(RIVERSIDE, patientId, Desk.consent(recipientId));
        task().then().statusCode(200);

        // when, then
        assertThatThrownBy(() -> database.execute("update disclosure set what = 'nothing'"))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> database.execute("delete from disclosure")).hasStackTraceContaining("append-only");
    }

    /** Readers hammer while somebody revokes: whoever begins to read after the answer to the revocation gets nothing. */
    @Test
    void revocationDuringAStormOfReadsIsTheEndOfThem() throws Exception {
        // given
        var consentId = Desk.signConsent(RIVERSIDE, patientId, Desk.consent(recipientId));
        var revokedAt = new AtomicLong(Long.MAX_VALUE);
        var stop = new AtomicBoolean();
        var warm = new CountDownLatch(40);
        var readers = Executors.newFixedThreadPool(8);
        try {
            var storms = IntStream.range(0, 8)
                    .mapToObj(reader -> readers.submit(() -> {
                        var late = 0L;
                        var afterwards = 0;
                        while (!stop.get() || afterwards < 5) {
                            var began = System.nanoTime();
                            var status = task().statusCode();
                            warm.countDown();
                            if (began > revokedAt.get()) {
                                afterwards++;
                                late += status == 404 ? 0 : 1;
                            }
                        }
                        return late;
                    }))
                    .toList();
            assertThat(warm.await(60, TimeUnit.SECONDS)).isTrue();

            // when
            var revocation = Desk.coordinator(RIVERSIDE)
                    .header("If-Match", "*")
                    .body(Desk.signature())
                    .post("/api/consents/{id}/revocation", consentId);
            revokedAt.set(System.nanoTime());
            stop.set(true);

            // then
            assertThat(revocation.statusCode()).isEqualTo(200);
            for (Future<Long> storm : storms) {
                assertThat(storm.get(60, TimeUnit.SECONDS)).isZero();
            }
            assertThat(database.number(
                            "select count(*) from disclosure d join consent c on c.id = ? where d.patient_id = c.patient_id and d.disclosed_at > c.revoked_at",
                            UUID.fromString(consentId)))
                    .isZero();
            assertThat(database.number(
                            "select count(*) from disclosure where patient_id = ?", UUID.fromString(patientId)))
                    .isGreaterThanOrEqualTo(40);
        } finally {
            stop.set(true);
            readers.shutdownNow();
        }
    }

    private Response task() {
        return task(referralId);
    }

    private static Response task(String id) {
        return given().auth()
                .oauth2(TestTokens.system(RIVERSIDE, IntakeRoles.READS_REFERRALS))
                .get("/fhir/Task/{id}", id);
    }

    private static String withoutOwnIdentifier(Response response) {
        return response.statusCode()
                + response.contentType()
                + response.asString().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
    }

    private ValidatableResponse account() {
        return Desk.as(RIVERSIDE, IntakeRoles.COMPLIANCE_OFFICER)
                .get("/api/patients/{id}/disclosures", patientId)
                .then()
                .statusCode(200);
    }

    private Map<String, Object> told(String purpose, String... classes) {
        var told = new HashMap<String, Object>();
        told.put("recipientId", recipientId);
        told.put("dataClasses", List.of(classes));
        told.put("purpose", purpose);
        told.put("what", "Told by phone.");
        return told;
    }

    private ValidatableResponse disclose(String role, Map<String, Object> told) {
        return Desk.as(RIVERSIDE, role)
                .body(told)
                .post("/api/patients/{id}/disclosures", patientId)
                .then();
    }

    private String posted(String collection, Map<String, Object> body) {
        return Desk.coordinator(RIVERSIDE)
                .body(body)
                .post("/api/patients/{id}/" + collection, patientId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void ended(String collection, String id) {
        Desk.coordinator(RIVERSIDE)
                .header("If-Match", "\"0\"")
                .post("/api/patients/{p}/" + collection + "/{id}/end", patientId, id)
                .then()
                .statusCode(200)
                .body("endedAt", notNullValue());
    }

    private void change(Map<String, Object> facts) {
        Desk.as(RIVERSIDE, IntakeRoles.COMPLIANCE_OFFICER)
                .header("If-Match", "*")
                .body(facts)
                .put("/api/recipients/{id}", recipientId)
                .then()
                .statusCode(200);
    }
}
