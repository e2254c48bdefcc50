package care.iop.intake.consent;

import static care.iop.intake.Desk.LAKESIDE;
import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import care.iop.intake.gate.AdmissionGate;
import care.iop.intake.gate.Gate;
import care.iop.intake.gate.GateQuestion;
import care.iop.intake.gate.GateStanding;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class ConsentResourceTest {

    @Inject
    Database database;

    @Inject
    Acting acting;

    @Inject
    @All
    List<AdmissionGate> gates;

    private String patientId;
    private String recipientId;

    @BeforeEach
    void registerThem() {
        patientId = Desk.register(RIVERSIDE);
        recipientId = Desk.ehrAsRecipient(RIVERSIDE);
    }

    @Test
    void draftSaysWhatIsStillMissingAndCannotBeSigned() {
        // given
        var draft = Desk.coordinator(RIVERSIDE)
                .body(Map.of("kind", "SPECIFIC", "recipients", List.of(recipientId)))
                .post("/api/patients/{id}/consents", patientId)
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("status", equalTo("DRAFT"))
                .body(
                        "missing.element",
                        hasItems("DISCLOSER", "INFORMATION", "DATA_CLASSES", "PURPOSE", "RIGHT_TO_REVOKE", "EXPIRY"))
                .body("missing.element", not(hasItem("RECIPIENT")));
        String id = draft.extract().path("id");

        // when
        var response = step(id, "signature", Desk.signature());

        // then
        response.statusCode(422)
                .body("type", equalTo("/problems/consent-deficient"))
                .body("errors.pointer", hasItems("/discloser", "/information", "/dataClasses", "/purposes", "/expiry"))
                .body("errors.detail", hasItem(containsString("42 CFR 2.31")));
        assertThat(status(id)).isEqualTo("DRAFT");
    }

    @Test
    void draftThatIsCompletedIsSignedAndSealed() {
        // given
        var id = Desk.draftConsent(RIVERSIDE, patientId, Map.of("kind", "SPECIFIC"));
        Desk.coordinator(RIVERSIDE)
                .header("If-Match", "\"0\"")
                .body(Desk.consent(recipientId))
                .put("/api/consents/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("missing", hasSize(0));

        // when
        var response = step(id, "signature", Desk.signature());

        // then
        response.statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("signature.signerName", equalTo("Avery Example"))
                .body("signatureTakenBy", notNullValue())
                .body("seal", startsWith("sha256:"));
        Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(Desk.consent(recipientId))
                .put("/api/consents/{id}", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/consent-move-not-allowed"));
    }

    @Test
    void whatWasSignedAndThenAlteredPermitsNothing() {
        // given
        var id = Desk.signConsent(RIVERSIDE, patientId, Desk.consent(recipientId));
        decision("REFERRAL", "TREATMENT").body("permitted", equalTo(true)).body("basis", equalTo(id));

        // when
        database.execute(
                "update consent set content = jsonb_set(content, '{dataClasses}', '[\"MEASURES\"]') where id = ?",
                UUID.fromString(id));

        // then
        decision("MEASURES", "TREATMENT")
                .body("permitted", equalTo(false))
                .body("findings[0].reason", equalTo("INCOMPLETE"));
    }

    @Test
    void revocationEndsItAndIsToldToTheOtherServices() {
        // given
        var id = Desk.signConsent(RIVERSIDE, patientId, Desk.consent(recipientId));

        // when
        var response = step(id, "revocation", Desk.signature());

        // then
        response.statusCode(200).body("status", equalTo("REVOKED")).body("revokedAt", notNullValue());
        decision("REFERRAL", "TREATMENT").body("permitted", equalTo(false)).body("findings.reason", hasItem("REVOKED"));
        List<KafkaProbe.Message> told;
        try (var kafka = KafkaProbe.connect()) {
            told = kafka.await(
                    "intake.consent.v1",
                    2,
                    message -> id.equals(message.headers().get("ce_subject")));
        }
        assertThat(told)
                .extracting(message -> message.event().data().path("status").asText())
                .containsExactly("ACTIVE", "REVOKED");
        told.forEach(message -> ConsentEventsContractTest.CONTRACT.assertProduced(message.value()));
        step(id, "revocation", Desk.signature()).statusCode(409);
    }

    @Test
    void patientsSeeAndRevokeTheirOwnAndNobodyElses() {
        // given
        var id = Desk.signConsent(RIVERSIDE, patientId, Desk.consent(recipientId));
        var own = TestTokens.forPatient(RIVERSIDE, UUID.fromString(patientId));
        var other = TestTokens.forPatient(RIVERSIDE, UUID.randomUUID());
        Desk.json(own).get("/api/me/consents").then().statusCode(200).body("items.id", equalTo(List.of(id)));
        Desk.json(other).get("/api/me/consents").then().statusCode(200).body("items", hasSize(0));
        Desk.json(other)
                .header("If-Match", "*")
                .body(Map.of("signerName", "Avery Example"))
                .post("/api/me/consents/{id}/revocation", id)
                .then()
                .statusCode(404);

        // when
        var response = Desk.json(own)
                .header("If-Match", "*")
                .body(Map.of("signerName", "Avery Example"))
                .post("/api/me/consents/{id}/revocation", id)
                .then();

        // then
        response.statusCode(200)
                .body("status", equalTo("REVOKED"))
                .body("revocation.identityKnownBy", equalTo("SIGNED_IN"));
    }

    @Test
    void lastDayHoldsUntilMidnightInTheProgramsZone() {
        // given
        var content = Desk.consent(recipientId);
        content.put("expiry", Map.of("kind", "ON_DATE", "on", "2030-06-30"));

        // when
        var id = Desk.signConsent(RIVERSIDE, patientId, content);

        // then
        Desk.coordinator(RIVERSIDE)
                .get("/api/consents/{id}", id)
                .then()
                .body("expiresAt", equalTo("2030-07-01T04:00:00Z"));
    }

    @Test
    void lastDayMustNotLieBeforeTheSignature() {
        // given
        var content = Desk.consent(recipientId);
        content.put(
                "expiry",
                Map.of(
                        "kind",
                        "ON_DATE",
                        "on",
                        LocalDate.now(ZoneOffset.UTC).minusDays(3).toString()));
        var id = Desk.draftConsent(RIVERSIDE, patientId, content);

        // when
        var response = step(id, "signature", Desk.signature());

        // then
        response.statusCode(422).body("errors[0].pointer", equalTo("/signedAt"));
    }

    @ParameterizedTest
    @CsvSource({"600", "-31622400"})
    void signatureInTheFutureOrLongAgoIsRefused(long secondsFromNow) {
        // given
        var id = Desk.draftConsent(RIVERSIDE, patientId, Desk.consent(recipientId));
        var signature = Desk.signature();
        signature.put("signedAt", Instant.now().plusSeconds(secondsFromNow).toString());

        // when
        var response = step(id, "signature", signature);

        // then
        response.statusCode(422).body("errors[0].pointer", equalTo("/signedAt"));
    }

    @Test
    void dischargeEndsWhatWasToEndWithTheTreatment() {
        // given
        var admissionId = Desk.admit(RIVERSIDE);
        var admitted = Desk.coordinator(RIVERSIDE)
                .get("/api/admissions/{id}", admissionId)
                .then()
                .extract();
        String admittedPatient = admitted.path("patientId");
        var ending = Desk.signConsent(RIVERSIDE, admittedPatient, Desk.consent(recipientId));
        var lasting = Desk.consent(recipientId);
        lasting.put("expiry", Map.of("kind", "ON_DATE", "on", "2030-06-30"));
        var staying = Desk.signConsent(RIVERSIDE, admittedPatient, lasting);
        String day = admitted.path("admittedOn");

        // when
        Desk.clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("dischargedOn", day, "lastContactOn", day, "reason", "COMPLETED"))
                .post("/api/admissions/{id}/discharge", admissionId)
                .then()
                .statusCode(200);

        // then
        assertThat(status(ending)).isEqualTo("ENDED");
        assertThat(status(staying)).isEqualTo("ACTIVE");
    }

    @Test
    void otherEventIsNotedByStaffAndADateIsNoEvent() {
        // given
        var content = Desk.consent(recipientId);
        content.put("expiry", Map.of("kind", "ON_EVENT", "event", "OTHER", "description", "When probation ends"));
        var id = Desk.signConsent(RIVERSIDE, patientId, content);
        content.put("expiry", Map.of("kind", "ON_DATE", "on", "2030-06-30"));
        var dated = Desk.signConsent(RIVERSIDE, patientId, content);

        // when
        var response = step(id, "end", Map.of());

        // then
        response.statusCode(200).body("status", equalTo("ENDED"));
        step(dated, "end", Map.of()).statusCode(409);
    }

    @Test
    void consentOfTheWrongPersonIsVoidedAndPermitsNothing() {
        // given
        var id = Desk.signConsent(RIVERSIDE, patientId, Desk.consent(recipientId));

        // when
        var response = step(id, "voiding", Map.of("reason", "Entered for the wrong person."));

        // then
        response.statusCode(200).body("status", equalTo("VOIDED"));
        decision("REFERRAL", "TREATMENT")
                .body("permitted", equalTo(false))
                .body("findings[0].reason", equalTo("NO_CONSENT"));
    }

    @Test
    void unknownRecipientAndAnotherPatientsPersonAreRefused() {
        // given
        String somebodyElses = Desk.coordinator(RIVERSIDE)
                .body(Map.of("name", "Sam Example", "patientId", Desk.register(RIVERSIDE)))
                .post("/api/recipients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (var recipient : List.of(UUID.randomUUID().toString(), somebodyElses, Desk.ehrAsRecipient(LAKESIDE))) {
            // when
            var response = Desk.coordinator(RIVERSIDE)
                    .body(Desk.consent(recipient))
                    .post("/api/patients/{id}/consents", patientId)
                    .then();

            // then
            response.statusCode(422).body("errors[0].pointer", equalTo("/recipients"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"SPECIFIC\",\"dataClasses\":[null]}",
                "{\"kind\":\"SPECIFIC\",\"dataClasses\":[\"EVERYTHING\"]}",
                "{\"kind\":\"SPECIFIC\",\"surprise\":1}",
                "{\"kind\":\"SPECIFIC\",\"expiry\":{\"kind\":\"ON_DATE\",\"on\":\"tomorrow\"}}",
                "{}"
            })
    void malformedDraftIsTheSendersFault(String body) {
        // when
        var response = Desk.coordinator(RIVERSIDE)
                .body(body)
                .post("/api/patients/{id}/consents", patientId)
                .then();

        // then
        assertThat(response.extract().statusCode()).isIn(400, 422);
    }

    @Test
    void printedConsentHasEveryElementAsPageAndAsPdf() throws Exception {
        // given
        var content = Desk.consent(recipientId);
        content.put("information", "That I <b>was</b> referred & what came of it; Łódź, Київ");
        content.put("recipientClasses", List.of("HEALTH_PLANS"));
        var id = Desk.signConsent(RIVERSIDE, patientId, content);

        // when
        var page = Desk.coordinator(RIVERSIDE)
                .accept(ContentType.HTML)
                .get("/api/consents/{id}/document", id)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString();
        var pdf = Desk.coordinator(RIVERSIDE)
                .accept("application/pdf")
                .get("/api/consents/{id}/document", id)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();

        // then
        assertThat(page)
                .contains("That I &lt;b&gt;was&lt;/b&gt; referred &amp; what came of it")
                .doesNotContain("<b>");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Avery Example",
                            "Riverside program",
                            "That I <b>was</b> referred & what came of it; Łódź, Київ",
                            "Example Hospital",
                            "my health plans",
                            "treatment",
                            "At the end of my treatment",
                            "Signed by Avery Example (patient)",
                            id);
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Consent to disclose information from my record");
        }
    }

    @Test
    void gatesAskForAConsentToTreatmentAndForAMinorsParent() {
        // given
        var bornOn = LocalDate.of(2010, 3, 1);
        var question = new GateQuestion(
                UUID.randomUUID(),
                UUID.fromString(patientId),
                bornOn,
                bornOn.plusYears(18).minusDays(1));
        var ofAge = new GateQuestion(question.referralId(), question.patientId(), bornOn, bornOn.plusYears(18));
        var parents = new HashMap<>(Desk.signature());
        parents.put("signerRole", "PARENT");
        assertThat(standing(Gate.CONSENT_TO_TREAT, question).met()).isFalse();
        assertThat(standing(Gate.GUARDIAN_CONSENT, question).closableBy())
                .containsExactlyInAnyOrder(IntakeRoles.COORDINATOR, IntakeRoles.CLINICIAN);
        assertThat(standing(Gate.GUARDIAN_CONSENT, ofAge).met()).isTrue();

        // when
        treat(patientId, Desk.signature());

        // then
        assertThat(standing(Gate.CONSENT_TO_TREAT, question).met()).isTrue();
        assertThat(standing(Gate.GUARDIAN_CONSENT, question).met()).isFalse();
        var id = treat(patientId, parents);
        assertThat(standing(Gate.GUARDIAN_CONSENT, question).met()).isTrue();
        withdraw(id, "\"0\"").statusCode(200).body("withdrawnAt", notNullValue());
        assertThat(standing(Gate.GUARDIAN_CONSENT, question).met()).isFalse();
        withdraw(id, "\"1\"").statusCode(409);
    }

    private ValidatableResponse withdraw(String id, String ifMatch) {
        return Desk.coordinator(RIVERSIDE)
                .header("If-Match", ifMatch)
                .post("/api/patients/{p}/treatment-consents/{id}/withdrawal", patientId, id)
                .then();
    }

    /** Asks on a thread of its own, since the test's own thread is in a request already. */
    private GateStanding standing(Gate gate, GateQuestion question) {
        var standing = new AtomicReference<GateStanding>();
        CompletableFuture.runAsync(
                        () -> acting.forOrganization(RIVERSIDE, "test", () -> QuarkusTransaction.requiringNew()
                                .run(() -> standing.set(gates.stream()
                                        .filter(bean -> bean.gate() == gate)
                                        .findFirst()
                                        .orElseThrow()
                                        .standing(question)))))
                .join();
        return standing.get();
    }

    @Test
    void supposedConsentIsEvaluatedByTheSameRulesAndNothingIsStored() {
        // given
        var before = database.number("select count(*) from consent");
        var content = Desk.consent(UUID.randomUUID().toString());
        var recipient = ((List<?>) content.get("recipients")).get(0);

        // when
        var response = Desk.as(RIVERSIDE, IntakeRoles.ANALYST)
                .body(Map.of(
                        "consent", Map.of("content", content, "signedAt", "2026-09-01T12:00:00Z"),
                        "question",
                                Map.of(
                                        "recipientId", recipient,
                                        "dataClass", "REFERRAL",
                                        "purpose", "TREATMENT",
                                        "at", "2026-09-01T12:00:00Z")))
                .post("/api/consents/evaluate")
                .then();

        // then
        response.statusCode(200)
                .body("missing", hasSize(0))
                .body("decision.permitted", equalTo(true))
                .body("decision.findings[0].reason", equalTo("COVERED"));
        assertThat(database.number("select count(*) from consent")).isEqualTo(before);
    }

    private String treat(String patient, Map<String, Object> signature) {
        return Desk.coordinator(RIVERSIDE)
                .body(signature)
                .post("/api/patients/{id}/treatment-consents", patient)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String status(String id) {
        return database.rows("select status from consent where id = ?", UUID.fromString(id))
                .get(0);
    }

    private ValidatableResponse step(String id, String step, Map<String, Object> body) {
        return Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(body)
                .post("/api/consents/{id}/" + step, id)
                .then();
    }

    private ValidatableResponse decision(String dataClass, String purpose) {
        return Desk.coordinator(RIVERSIDE)
                .get(
                        "/api/patients/{id}/disclosure-decision?recipientId={r}&dataClass={d}&purpose={p}",
                        patientId,
                        recipientId,
                        dataClass,
                        purpose)
                .then()
                .statusCode(200);
    }
}
