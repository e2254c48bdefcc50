package care.iop.intake.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import care.iop.intake.placement.Recommendations;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** An organization that asks for every gate: each is named until it is closed, and then treatment starts. */
@ServiceTest
class AdmissionWithGatesTest {

    private static final String HILLSIDE = "hillside";

    @Inject
    Database database;

    @Test
    void eachUnmetGateIsNamedWithWhoCanCloseItUntilNoneIsLeft() {
        // given
        var referralId = Desk.refer(HILLSIDE);
        var patientId = Desk.patientOf(HILLSIDE, referralId);
        Desk.step(HILLSIDE, referralId, "screening").statusCode(200);
        Desk.place(HILLSIDE, referralId, "2.1").statusCode(201);
        admit(referralId)
                .statusCode(409)
                .body("type", equalTo("/problems/admission-gates-unmet"))
                .body(
                        "errors.pointer",
                        equalTo(List.of(
                                "/gates/ACCEPTED_PLACEMENT", "/gates/CONSENT_TO_TREAT", "/gates/BENEFITS_SETTLED")))
                .body("errors.detail", hasItem(containsString("Can be closed by: clinician")));

        // when
        placeAsRecommended(referralId);
        admit(referralId)
                .statusCode(409)
                .body("errors.pointer", equalTo(List.of("/gates/CONSENT_TO_TREAT", "/gates/BENEFITS_SETTLED")));
        posted(patientId, "treatment-consents", Desk.signature());
        admit(referralId).statusCode(409).body("errors.pointer", equalTo(List.of("/gates/BENEFITS_SETTLED")));
        agreeToPay(patientId);

        // then
        Desk.coordinator(HILLSIDE)
                .get("/api/referrals/{id}/admission-readiness", referralId)
                .then()
                .statusCode(200)
                .body("ready", equalTo(true))
                .body("gates", hasSize(5));
        admit(referralId).statusCode(201);
    }

    @Test
    void aSafetyActionThatIsStillOpenKeepsTreatmentFromStarting() {
        // given
        var referralId = settled(Map.of(), "{\"cssrs\": {\"q3\": true}}");

        // when
        var refused = admit(referralId);

        // then
        refused.statusCode(409).body("errors.pointer", hasItem("/gates/SAFETY_ACTIONS_DONE"));
        List<String> open = Desk.clinician(HILLSIDE)
                .get("/api/placement-actions?status=OPEN&referralId={id}", referralId)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.safety }.id");
        assertThat(open).isNotEmpty();
        open.forEach(action -> Desk.clinician(HILLSIDE)
                .header("If-Match", "*")
                .body(Map.of("note", "Done."))
                .post("/api/placement-actions/{id}/completion", action)
                .then()
                .statusCode(200));
        admit(referralId).statusCode(201);
    }

    @Test
    void aMinorNeedsAParentOrGuardian() {
        // given
        var born = LocalDate.now(ZoneOffset.UTC).minusYears(18).plusDays(1);
        var referralId = settled(Map.of("birthDate", born.toString()), "{}");
        admit(referralId).statusCode(409).body("errors.pointer", equalTo(List.of("/gates/GUARDIAN_CONSENT")));
        var signature = Desk.signature();
        signature.put("signerRole", "GUARDIAN");

        // when
        posted(Desk.patientOf(HILLSIDE, referralId), "treatment-consents", signature);

        // then
        admit(referralId).statusCode(201);
    }

    @Test
    void whoIsOfAgeOnTheFirstDaySignsAlone() {
        // given
        var born = LocalDate.now(ZoneOffset.UTC).minusYears(18);

        // when
        var referralId = settled(Map.of("birthDate", born.toString()), "{}");

        // then
        admit(referralId).statusCode(201);
    }

    @Test
    void ofTwoCoordinatorsWhoAdmitTheSameReferralOneWinsAndTheOtherIsToldWhy() throws Exception {
        // given
        var referralId = settled(Map.of(), "{}");
        var together = new CyclicBarrier(2);
        var coordinators = Executors.newFixedThreadPool(2);

        try {
            // when
            var attempts = List.of(
                    coordinators.submit(() -> {
                        together.await();
                        return admit(referralId).extract();
                    }),
                    coordinators.submit(() -> {
                        together.await();
                        return admit(referralId).extract();
                    }));
            var first = attempts.get(0).get();
            var second = attempts.get(1).get();

            // then
            assertThat(List.of(first.statusCode(), second.statusCode())).containsExactlyInAnyOrder(201, 409);
            var loser = first.statusCode() == 409 ? first : second;
            assertThat(loser.<String>path("type")).isIn("/problems/already-admitted", "/problems/conflict");
            assertThat(database.number(
                            "select count(*) from admission where referral_id = ?", UUID.fromString(referralId)))
                    .isEqualTo(1);
        } finally {
            coordinators.shutdownNow();
        }
    }

    /** A referral with everything settled but what the facts bring up. */
    private static String settled(Map<String, Object> person, String facts) {
        var referral = Desk.referral();
        var patient = Desk.person();
        patient.putAll(person);
        referral.put("patient", patient);
        String referralId = Desk.coordinator(HILLSIDE)
                .body(referral)
                .post("/api/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Desk.step(HILLSIDE, referralId, "screening").statusCode(200);
        place(referralId, facts);
        var patientId = Desk.patientOf(HILLSIDE, referralId);
        posted(patientId, "treatment-consents", Desk.signature());
        agreeToPay(patientId);
        return referralId;
    }

    private static void placeAsRecommended(String referralId) {
        place(referralId, "{}");
    }

    private static void place(String referralId, String facts) {
        String recommendation = Recommendations.recommend(HILLSIDE, referralId, facts)
                .statusCode(201)
                .extract()
                .path("id");
        Desk.clinician(HILLSIDE)
                .body(Map.of(
                        "levelOfCare", "2.1",
                        "criteriaEdition", "ASAM4",
                        "recommendationId", recommendation,
                        "rationale", "Needs structure.",
                        "overrideReason", "Knows the person from an earlier stay."))
                .post("/api/referrals/{id}/placements", referralId)
                .then()
                .statusCode(201);
    }

    private static void agreeToPay(String patientId) {
        posted(
                patientId,
                "self-pay-agreements",
                Map.of(
                        // Yesterday: it counts by the program's zone, where the day can be the one before ours.
                        "agreedOn", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(),
                        "agreedBy", "PATIENT",
                        "estimateReference", "GFE-2026-0042"));
    }

    private static void posted(String patientId, String collection, Map<String, Object> body) {
        Desk.coordinator(HILLSIDE)
                .body(body)
                .post("/api/patients/{id}/" + collection, patientId)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse admit(String referralId) {
        return Desk.coordinator(HILLSIDE)
                .body(Desk.admission(referralId))
                .post("/api/admissions")
                .then();
    }
}
