package care.iop.intake.placement;

import static care.iop.intake.Desk.LAKESIDE;
import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.testing.TestTokens;
import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import care.iop.intake.gate.AdmissionGate;
import care.iop.intake.gate.GateQuestion;
import care.iop.intake.gate.GateStanding;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class PlacementRecommendationResourceTest {

    private static final String NEEDS_2_1 = "{\"ratings\":{\"d5\":{\"severity\":2}}}";
    private static final String SUICIDE_RISK =
            "{\"ratings\":{\"d5\":{\"severity\":2}},\"cssrs\":{\"q6\":true,\"q6Past3Months\":false}}";

    @Inject
    Database database;

    @Inject
    Acting acting;

    @Inject
    AcceptedPlacementGate acceptedPlacement;

    @Inject
    SafetyActionsGate safetyActions;

    private String referralId;

    @BeforeEach
    void startScreening() {
        referralId = Desk.refer(RIVERSIDE);
        Desk.step(RIVERSIDE, referralId, "screening").statusCode(200);
    }

    @Test
    void theAnswerIsKeptWithItsFactsAndPlacesNobody() {
        // given
        var before =
                database.rows("select status, level_of_care, version from referral where id = ?", uuid(referralId));

        // when
        var recommended = Recommendations.recommend(RIVERSIDE, referralId, NEEDS_2_1);

        // then
        recommended
                .statusCode(201)
                .body("advice.decision", equalTo("LEVEL_RECOMMENDED"))
                .body("advice.recommendedLevel", equalTo("2.1"))
                .body("facts.birthDate", equalTo("1988-04-17"))
                .body("facts.ratings.d5.severity", equalTo(2))
                .body("clinicianDecision", nullValue());
        Desk.coordinator(RIVERSIDE)
                .get(recommended.extract().header("Location"))
                .then()
                .statusCode(200)
                .body("advice.inputsHash", equalTo(recommended.extract().path("advice.inputsHash")));
        assertThat(database.rows("select status, level_of_care, version from referral where id = ?", uuid(referralId)))
                .isEqualTo(before);
    }

    @Test
    void aPastRecommendationIsRunAgainWithTheSameAnswer() {
        // given
        var id = id(Recommendations.recommend(RIVERSIDE, referralId, SUICIDE_RISK));

        // when
        var again = Desk.clinician(RIVERSIDE)
                .get("/api/referrals/{referral}/placement-recommendations/{id}/rerun", referralId, id)
                .then();

        // then
        again.statusCode(200)
                .body("sameFacts", equalTo(true))
                .body("sameAdvice", equalTo(true))
                .body("ruleSetVersion", equalTo("loc-1.0"))
                .body("advice.requiredActions.code", contains("SUICIDE_RISK_ASSESSMENT_TODAY"));
    }

    @Test
    void factsThatWereTamperedWithAreFound() {
        // given
        var id = id(Recommendations.recommend(RIVERSIDE, referralId, NEEDS_2_1));
        database.rows(
                "update placement_recommendation set facts = replace(facts, '\"d5\":{\"severity\":2}', '\"d5\":{\"severity\":1}') where id = ? returning id",
                uuid(id));

        // when
        var again = Desk.clinician(RIVERSIDE)
                .get("/api/referrals/{referral}/placement-recommendations/{id}/rerun", referralId, id)
                .then();

        // then
        again.body("sameFacts", equalTo(false)).body("sameAdvice", equalTo(false));
    }

    @Test
    void anotherBirthDateThanTheOneOnRecordIsRefused() {
        // when
        var refused = Recommendations.recommend(RIVERSIDE, referralId, NEEDS_2_1);
        var facts = Recommendations.facts(NEEDS_2_1).replaceFirst("\\{", "{\"birthDate\":\"1988-04-18\",");
        var other = Desk.clinician(RIVERSIDE)
                .body(facts)
                .post("/api/referrals/{id}/placement-recommendations", referralId)
                .then();

        // then
        refused.statusCode(201);
        other.statusCode(422).body("errors.pointer", contains("/birthDate"));
    }

    @Test
    void aClinicianAcceptsTheRecommendedLevel() {
        // given
        var id = id(Recommendations.recommend(RIVERSIDE, referralId, NEEDS_2_1));

        // when
        var accepted = decide("2.1", id, null);

        // then
        accepted.statusCode(201).body("recommendationId", equalTo(id)).body("overrideReason", nullValue());
        recommendation(id)
                .body("clinicianDecision.accepted", equalTo(true))
                .body("clinicianDecision.level", equalTo("2.1"));
        assertThat(standing(acceptedPlacement).met()).isTrue();
    }

    @Test
    void anotherLevelNeedsItsReason() {
        // given
        var id = id(Recommendations.recommend(RIVERSIDE, referralId, NEEDS_2_1));

        // when
        var refused = decide("2.5", id, null);
        var overridden = decide("2.5", id, "Three relapses since spring.");

        // then
        refused.statusCode(422).body("errors.pointer", contains("/overrideReason"));
        overridden.statusCode(201);
        recommendation(id)
                .body("advice.recommendedLevel", equalTo("2.1"))
                .body("clinicianDecision.accepted", equalTo(false))
                .body("clinicianDecision.level", equalTo("2.5"))
                .body("clinicianDecision.overrideReason", equalTo("Three relapses since spring."));
        assertThat(standing(acceptedPlacement).met()).isTrue();
    }

    @Test
    void anIncompleteRecommendationCanOnlyBeOverridden() {
        // given
        var id = id(Recommendations.recommend(RIVERSIDE, referralId, "{\"cssrs\":null}"));

        // when
        var refused = decide("2.1", id, null);

        // then
        refused.statusCode(422).body("errors.pointer", contains("/overrideReason"));
        decide("2.1", id, "Screened on paper, see notes.").statusCode(201);
    }

    @Test
    void aReasonWithoutAnOverrideIsRefused() {
        // given
        var id = id(Recommendations.recommend(RIVERSIDE, referralId, NEEDS_2_1));

        // when
        var refused = decide("2.1", id, "No reason.");

        // then
        refused.statusCode(422).body("errors.pointer", contains("/overrideReason"));
        decide("2.1", null, "No recommendation.").statusCode(422).body("errors.pointer", contains("/overrideReason"));
    }

    @Test
    void aRecommendationCountsOnlyOnItsOwnReferral() {
        // given
        var other = Desk.refer(RIVERSIDE);
        var id = id(Recommendations.recommend(RIVERSIDE, other, NEEDS_2_1));

        // when
        var refused = decide("2.1", id, null);

        // then
        refused.statusCode(422).body("errors.pointer", contains("/recommendationId"));
    }

    @Test
    void aDecisionWithoutARecommendationDoesNotOpenTheGate() {
        // given
        var before = standing(acceptedPlacement);

        // when
        Desk.place(RIVERSIDE, referralId, "2.1").statusCode(201);

        // then
        assertThat(before.met()).isFalse();
        assertThat(standing(acceptedPlacement).met()).isFalse();
        assertThat(standing(acceptedPlacement).closableBy()).containsExactly(IntakeRoles.CLINICIAN);
    }

    @Test
    void continuedStayNeedsAnAdmission() {
        // given
        var id = id(
                Recommendations.recommend(
                        RIVERSIDE,
                        referralId,
                        "{\"purpose\":\"CONTINUED_STAY\",\"currentLevel\":\"2.1\",\"goalProgress\":{\"goalsMet\":1,\"goalsSet\":3},\"ratings\":{\"d5\":{\"severity\":2}}}"));

        // when
        var refused = decide("2.1", id, null);

        // then
        refused.statusCode(409).body("type", equalTo("/problems/not-admitted"));
    }

    @Test
    void aSafetyActionKeepsTheGateShutUntilAClinicianNotesItsOutcome() {
        // given
        Recommendations.recommend(RIVERSIDE, referralId, SUICIDE_RISK).statusCode(201);
        var before = standing(safetyActions);
        var action = actions("OPEN")
                .statusCode(200)
                .body("items.code", contains("SUICIDE_RISK_ASSESSMENT_TODAY"))
                .extract()
                .<String>path("items[0].id");

        // when
        var completed = Desk.json(TestTokens.bearerAs("clinician-9", RIVERSIDE, IntakeRoles.CLINICIAN))
                .header("If-Match", "\"0\"")
                .body(Map.of("note", "Seen in person, no intent."))
                .post("/api/placement-actions/{id}/completion", action)
                .then();

        // then
        completed
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("completedBy", equalTo("clinician-9"))
                .body("note", equalTo("Seen in person, no intent."));
        assertThat(before.met()).isFalse();
        assertThat(before.reason()).contains("SUICIDE_RISK_ASSESSMENT_TODAY");
        assertThat(standing(safetyActions).met()).isTrue();
        actions("OPEN").body("items", empty());
        actions("DONE").body("items.id", contains(action));
    }

    @Test
    void anActionIsCompletedOnceAndByThoseWhoHaveSeenIt() {
        // given
        Recommendations.recommend(RIVERSIDE, referralId, SUICIDE_RISK).statusCode(201);
        var action = actions("OPEN").extract().<String>path("items[0].id");
        var note = Map.of("note", "Done.");

        // when
        var blind = Desk.clinician(RIVERSIDE).body(note).post("/api/placement-actions/{id}/completion", action);
        var stale = Desk.clinician(RIVERSIDE)
                .header("If-Match", "\"7\"")
                .body(note)
                .post("/api/placement-actions/{id}/completion", action);
        var first = Desk.clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(note)
                .post("/api/placement-actions/{id}/completion", action);
        var second = Desk.clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(note)
                .post("/api/placement-actions/{id}/completion", action);

        // then
        assertThat(blind.statusCode()).isEqualTo(428);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(first.statusCode()).isEqualTo(200);
        second.then().statusCode(409).body("type", equalTo("/problems/action-already-completed"));
    }

    @Test
    void anOpenActionIsNotOpenedTwiceAndLatenessIsSeen() {
        // given
        Recommendations.recommend(RIVERSIDE, referralId, SUICIDE_RISK).statusCode(201);

        // when
        Recommendations.recommend(
                        RIVERSIDE,
                        referralId,
                        "{\"cssrs\":{\"q6\":true,\"q6Past3Months\":false},\"dailySedativeUse\":true}")
                .statusCode(201);

        // then
        actions("OPEN")
                .body("items.code", containsInAnyOrder("SUICIDE_RISK_ASSESSMENT_TODAY", "MEDICAL_REVIEW_BEFORE_START"));
        actions("OVERDUE").body("items", hasSize(2)).body("items.status", contains("OVERDUE", "OVERDUE"));
        Desk.clinician(LAKESIDE)
                .queryParam("referralId", referralId)
                .get("/api/placement-actions")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void theRecommendationsOfAReferralAreListedWithoutTheirFacts() {
        // given
        Recommendations.recommend(RIVERSIDE, referralId, "{\"cssrs\":null}").statusCode(201);
        Recommendations.recommend(RIVERSIDE, referralId, NEEDS_2_1).statusCode(201);

        // when
        var listed = Desk.coordinator(RIVERSIDE)
                .get("/api/referrals/{id}/placement-recommendations", referralId)
                .then();

        // then
        listed.statusCode(200)
                .body("items.decision", contains("INCOMPLETE", "LEVEL_RECOMMENDED"))
                .body("items[0]", not(hasKey("facts")));
    }

    private ValidatableResponse actions(String status) {
        return Desk.clinician(RIVERSIDE)
                .queryParam("status", status)
                .queryParam("referralId", referralId)
                .get("/api/placement-actions")
                .then();
    }

    private ValidatableResponse recommendation(String id) {
        return Desk.clinician(RIVERSIDE)
                .get("/api/referrals/{referral}/placement-recommendations/{id}", referralId, id)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse decide(String level, String recommendationId, String overrideReason) {
        var decision = new HashMap<String, Object>(Desk.placement(level));
        decision.put("recommendationId", recommendationId);
        decision.put("overrideReason", overrideReason);
        return Desk.clinician(RIVERSIDE)
                .body(decision)
                .post("/api/referrals/{id}/placements", referralId)
                .then();
    }

    private GateStanding standing(AdmissionGate gate) {
        var patientId = database.rows("select patient_id from referral where id = ?", uuid(referralId))
                .get(0);
        var question = new GateQuestion(
                uuid(referralId), uuid(patientId), LocalDate.of(1988, 4, 17), LocalDate.of(2026, 9, 7));
        var answers = new ArrayList<GateStanding>();
        // In a thread of its own: the test's has a request context without an organization.
        var asking = new Thread(() -> acting.forOrganization(RIVERSIDE, "test", () -> QuarkusTransaction.requiringNew()
                .run(() -> answers.add(gate.standing(question)))));
        asking.start();
        try {
            asking.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return answers.get(0);
    }

    private static String id(ValidatableResponse recommended) {
        return recommended.statusCode(201).extract().path("id");
    }

    private static UUID uuid(String text) {
        return UUID.fromString(text);
    }
}
