package care.iop.intake.placement;

import static care.iop.intake.Desk.LAKESIDE;
import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class PlacementReviewTest {

    private static final String TOPIC = "progress.review.v1";
    private static final String TYPE = "care.iop.progress.review-recommended.v1";

    @Inject
    Database database;

    private final UUID reviewId = UUID.randomUUID();
    private KafkaProbe kafka;
    private String admissionId;
    private String referralId;

    @BeforeEach
    void admit() {
        kafka = KafkaProbe.connect();
        admissionId = Desk.admit(RIVERSIDE);
        referralId = database.rows("select referral_id from admission where id = ?", UUID.fromString(admissionId))
                .get(0);
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void aRecommendedReviewIsOpenedOnce() {
        // given
        var event = recommended(RIVERSIDE);

        // when
        kafka.publish(TOPIC, event);
        kafka.publish(TOPIC, event);
        kafka.publish(TOPIC, event.withId(UUID.randomUUID()));

        // then
        awaitHandled();
        review().statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("suggestion", equalTo("STEP_UP"))
                .body("reasons", contains("AL-ATT", "DAYS_30"))
                .body("admissionId", equalTo(admissionId))
                .body("referralId", equalTo(referralId));
        assertThat(database.rows("select id from placement_review where id = ?", reviewId))
                .hasSize(1);
    }

    @Test
    void aReviewWithoutASuggestionIsOpenedToo() {
        // given
        var data = data();
        data.remove("suggestion");

        // when
        kafka.publish(TOPIC, KafkaProbe.event(TYPE, reviewId, RIVERSIDE, data));

        // then
        awaitHandled();
        review().body("suggestion", nullValue());
    }

    @Test
    void aDecisionForTheAdmittedPersonClosesItOnce() {
        // given
        kafka.publish(TOPIC, recommended(RIVERSIDE));
        awaitHandled();
        var recommendation = Recommendations.recommend(
                        RIVERSIDE,
                        referralId,
                        "{\"purpose\":\"STEP_UP\",\"currentLevel\":\"2.1\",\"goalProgress\":{\"goalsMet\":0,\"goalsSet\":3},\"ratings\":{\"d3\":{\"severity\":3}}}")
                .statusCode(201)
                .body("advice.levelChange", equalTo("STEP_UP"))
                .extract()
                .<String>path("id");

        // when
        var decided = decide("2.5", Map.of("recommendationId", recommendation, "reviewId", reviewId.toString()));

        // then
        decided.statusCode(201).body("purpose", equalTo("STEP_UP"));
        review().body("status", equalTo("CLOSED"))
                .body("placementId", equalTo(decided.extract().path("id")));
        decide("2.5", Map.of("recommendationId", recommendation, "reviewId", reviewId.toString()))
                .statusCode(409)
                .body("type", equalTo("/problems/review-already-closed"));
        Desk.clinician(RIVERSIDE)
                .queryParam("status", "CLOSED")
                .queryParam("patientId", decided.extract().<String>path("patientId"))
                .get("/api/placement-reviews")
                .then()
                .body("items.id", contains(reviewId.toString()));
    }

    @Test
    void aDecisionThatNamesAReviewOfSomebodyElseIsRefused() {
        // when
        var refused = decide("2.1", Map.of("purpose", "CONTINUED_STAY", "reviewId", reviewId.toString()));

        // then
        refused.statusCode(422).body("errors.pointer", contains("/reviewId"));
    }

    @Test
    void anAdmissionOfAnotherOrganizationIsPutAside() {
        // given
        var event = recommended(LAKESIDE);

        // when
        kafka.publish(TOPIC, event);

        // then
        awaitDead(event);
        assertThat(database.rows("select id from placement_review where id = ?", reviewId))
                .isEmpty();
    }

    @Test
    void whatCannotBeAReviewIsPutAsideAndStopsNothing() {
        // given
        var withoutReasons = data();
        withoutReasons.put("reasons", List.of());
        var withText = data();
        withText.put("reasons", List.of("Drinks again, says his wife"));
        var withoutId = data();
        withoutId.remove("reviewId");
        var events = List.of(withoutReasons, withText, withoutId).stream()
                .map(data -> KafkaProbe.event(TYPE, reviewId, RIVERSIDE, data))
                .toList();

        // when
        events.forEach(event -> kafka.publish(TOPIC, event));
        kafka.publish(TOPIC, KafkaProbe.event("care.iop.progress.something-new.v1", reviewId, RIVERSIDE, Map.of()));
        kafka.publish(TOPIC, recommended(RIVERSIDE));

        // then
        events.forEach(this::awaitDead);
        awaitHandled();
    }

    private KafkaProbe.Event recommended(String organization) {
        return KafkaProbe.event(TYPE, reviewId, organization, data());
    }

    private Map<String, Object> data() {
        var data = new HashMap<String, Object>();
        data.put("reviewId", reviewId);
        data.put("patientId", UUID.randomUUID());
        data.put("admissionId", admissionId);
        data.put("suggestion", "STEP_UP");
        data.put("reasons", List.of("AL-ATT", "DAYS_30"));
        data.put("recommendedAt", "2026-10-07T14:00:00Z");
        data.put("somethingNew", 1);
        return data;
    }

    private void awaitHandled() {
        await().atMost(Duration.ofSeconds(30)).until(() -> review().extract().statusCode() == 200);
    }

    private void awaitDead(KafkaProbe.Event event) {
        kafka.await(
                TOPIC + ".dlq",
                message -> event.id().toString().equals(message.headers().get("ce_id")));
    }

    private ValidatableResponse review() {
        return Desk.clinician(RIVERSIDE)
                .get("/api/placement-reviews/{id}", reviewId)
                .then();
    }

    private ValidatableResponse decide(String level, Map<String, Object> more) {
        var decision = new HashMap<String, Object>(Desk.placement(level));
        decision.putAll(more);
        return Desk.clinician(RIVERSIDE)
                .body(decision)
                .post("/api/referrals/{id}/placements", referralId)
                .then();
    }
}
