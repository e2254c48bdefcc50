package care.iop.progress.plan;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class TreatmentPlanResourceTest {

    private static final String REVISION = "/api/episodes/{id}/treatment-plan/revisions/{number}";

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Inject
    PlanPolicy policy;

    private Client client;
    private LocalDate today;

    @BeforeEach
    void admit() {
        client = Clinic.admit(RIVERSIDE);
        today = LocalDate.now(clock.withZone(policy.zone()));
    }

    @Test
    void draftSaysWhatItHolds() {
        // when
        var drafted = PlanRequests.draft(client, PlanRequests.content());

        // then
        drafted.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("number", equalTo(1))
                .body("status", equalTo("DRAFT"))
                .body("minutesPerWeek", equalTo(780))
                .body("warnings", empty())
                .body("signatures", empty())
                .body("content.problems[0].goals[0].objectives.key", contains("O1", "O2"));
        plan().body("inForce", nullValue()).body("openRevision", equalTo(1)).body("reviewDueOn", nullValue());
    }

    @Test
    void bothSignaturesBringItIntoForceAndTellScheduling() {
        // given
        PlanRequests.draft(client, PlanRequests.content());
        PlanRequests.sign(clinician(RIVERSIDE), client, 1)
                .then()
                .statusCode(200)
                .body("status", equalTo("PROPOSED"))
                .body("signatures.signer", contains("CLINICIAN"));

        // when
        var signed = PlanRequests.sign(client.asSelf(), client, 1);

        // then
        signed.then()
                .statusCode(200)
                .body("status", equalTo("IN_FORCE"))
                .body("signatures.signer", contains("CLINICIAN", "CLIENT"));
        plan().body("inForce.number", equalTo(1))
                .body("openRevision", nullValue())
                .body("reviewDueOn", equalTo(today.plusDays(30).toString()))
                .body("reviewOverdue", equalTo(false))
                .body("objectives.status", contains("IN_PROGRESS", "IN_PROGRESS"));
        try (var kafka = KafkaProbe.connect()) {
            var told = kafka.await(
                    TreatmentPlanInForce.TOPIC,
                    message -> client.admissionId().toString().equals(message.key()));
            PlanEventContracts.IN_FORCE.assertProduced(told.value());
            assertThat(told.value())
                    .contains("\"minutesPerWeek\":780", "\"daysPerWeek\":5", "\"modalities\":[\"CBT\",\"MI\"]")
                    .doesNotContain("alcohol");
        }
    }

    @Test
    void clientSignsAfterTheClinicianAndSeesNothingBefore() {
        // given
        PlanRequests.draft(client, PlanRequests.content());

        // when
        var read = client.asSelf().get(REVISION, client.admissionId(), 1);
        var signed = PlanRequests.sign(client.asSelf(), client, 1);

        // then
        read.then().statusCode(404);
        signed.then().statusCode(404);
        client.asSelf()
                .get("/api/episodes/{id}/treatment-plan", client.admissionId())
                .then()
                .body("openRevision", nullValue());
        PlanRequests.sign(clinician(RIVERSIDE), client, 1).then().statusCode(200);
        client.asSelf().get(REVISION, client.admissionId(), 1).then().statusCode(200);
    }

    @Test
    void signatureIsOfWhatWasRead() {
        // given
        PlanRequests.draft(client, PlanRequests.content());
        String read = revision(1).path("contentSha256");
        change(1, "*", PlanRequests.content(4, PlanRequests.sessions("GROUP", 180, 3)))
                .statusCode(200);

        // when
        var signed = clinician(RIVERSIDE)
                .body(Map.of("contentSha256", read))
                .post(REVISION + "/signatures", client.admissionId(), 1);

        // then
        signed.then().statusCode(422).body("errors.pointer", contains("/contentSha256"));
    }

    @Test
    void whatWasSignedNeverChanges() {
        // given
        PlanRequests.draft(client, PlanRequests.content());
        PlanRequests.sign(clinician(RIVERSIDE), client, 1);

        // when
        var changed = change(1, "*", PlanRequests.content(4, PlanRequests.sessions("GROUP", 180, 3)));

        // then
        changed.statusCode(409).body("type", equalTo("/problems/plan-revision-fixed"));
        PlanRequests.sign(clinician(RIVERSIDE), client, 1).then().statusCode(409);
        assertThatThrownBy(() -> database.change(
                        "update plan_revision set content = '{}', content_sha256 = encode(sha256('{}'), 'hex') where plan_id = ?",
                        client.admissionId()))
                .hasMessageContaining("a signed revision does not change");
        assertThatThrownBy(() -> database.change(
                        "update plan_signature set signed_by = 'somebody else' where organization_id = ?", RIVERSIDE))
                .hasMessageContaining("append-only");
    }

    @Test
    void draftChangesOnlyFromItsPresentVersion() {
        // given
        PlanRequests.draft(client, PlanRequests.content());
        var other = PlanRequests.content(3, PlanRequests.sessions("GROUP", 180, 3));

        // when
        var changed = change(1, "\"1\"", other);

        // then
        changed.statusCode(200).header("ETag", "\"2\"").body("minutesPerWeek", equalTo(540));
        change(1, "\"1\"", other).statusCode(412);
        change(1, null, other).statusCode(428);
    }

    @Test
    void oneRevisionIsOpenAtATime() {
        // given
        PlanRequests.draft(client, PlanRequests.content());

        // when
        var second = PlanRequests.draft(client, PlanRequests.content());

        // then
        second.then().statusCode(409).body("type", equalTo("/problems/plan-revision-open"));
        discard(1).statusCode(200).body("status", equalTo("DISCARDED"));
        PlanRequests.draft(client, PlanRequests.content())
                .then()
                .statusCode(201)
                .body("number", equalTo(2));
        discard(1).statusCode(409);
    }

    @Test
    void laterRevisionSupersedesTheOneInForceAndObjectivesKeepTheirProgress() {
        // given
        PlanRequests.bringIntoForce(client, PlanRequests.content());
        progress("O1", "MET").statusCode(200).body("objectives.status", contains("MET", "IN_PROGRESS"));

        // when
        PlanRequests.bringIntoForce(client, PlanRequests.content(3, PlanRequests.sessions("GROUP", 180, 3)));

        // then
        plan().body("inForce.number", equalTo(2)).body("objectives.status", contains("MET", "IN_PROGRESS"));
        clinician(RIVERSIDE)
                .get("/api/episodes/{id}/treatment-plan/revisions", client.admissionId())
                .then()
                .body("items.number", contains(2, 1))
                .body("items.status", contains("IN_FORCE", "SUPERSEDED"));
    }

    @Test
    void progressIsOfAnObjectiveOfThePlanInForce() {
        // given
        PlanRequests.draft(client, PlanRequests.content());

        // when
        var early = progress("O1", "MET");

        // then
        early.statusCode(409).body("type", equalTo("/problems/no-plan-in-force"));
        PlanRequests.sign(clinician(RIVERSIDE), client, 1);
        PlanRequests.sign(client.asSelf(), client, 1);
        progress("O9", "MET").statusCode(404);
        progress("O2", "DROPPED").statusCode(200).body("objectives.status", contains("IN_PROGRESS", "DROPPED"));
    }

    @Test
    void planIsDueBeforeTheFirstOneAndAtItsReview() {
        // given
        var fresh = Clinic.admit(RIVERSIDE);
        database.change("update episode set admitted_on = ? where id = ?", today.minusDays(6), fresh.admissionId());
        var late = Clinic.admit(RIVERSIDE);
        database.change("update episode set admitted_on = ? where id = ?", today.minusDays(8), late.admissionId());
        PlanRequests.bringIntoForce(client, PlanRequests.content());
        assertThat(due(client, today.plusDays(29))).isNull();

        // when
        var inTime = due(client, today.plusDays(30));

        // then
        assertThat(inTime).containsEntry("reason", "REVIEW").containsEntry("overdue", false);
        assertThat(due(fresh, today)).isNull();
        assertThat(due(late, today))
                .containsEntry("reason", "FIRST_PLAN")
                .containsEntry("dueOn", today.minusDays(1).toString())
                .containsEntry("overdue", true);
        database.change(
                "update treatment_plan set review_due_on = ? where id = ?", today.minusDays(1), client.admissionId());
        plan().body("reviewOverdue", equalTo(true));
        assertThat(due(client, today)).containsEntry("overdue", true);
        review(Map.of("outcome", "CONTINUE", "withClient", true))
                .statusCode(200)
                .body("reviewDueOn", equalTo(today.plusDays(30).toString()))
                .body("reviews.outcome", contains("CONTINUE"));
        assertThat(due(client, today)).isNull();
    }

    @Test
    void dischargeEndsThePlan() {
        // given
        PlanRequests.bringIntoForce(client, PlanRequests.content());
        PlanRequests.draft(client, PlanRequests.content());

        // when
        discharge();

        // then
        plan().body("inForce", nullValue()).body("openRevision", nullValue()).body("endedOn", equalTo("2026-11-20"));
        clinician(RIVERSIDE)
                .get("/api/episodes/{id}/treatment-plan/revisions", client.admissionId())
                .then()
                .body("items.status", contains("DISCARDED", "ENDED"));
        PlanRequests.draft(client, PlanRequests.content())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/plan-ended"));
        review(Map.of("outcome", "CONTINUE", "withClient", true)).statusCode(409);
    }

    @Test
    void doseThatWasChangedMeanwhileStopsTheSignature() {
        // given
        PlanRequests.draft(client, PlanRequests.content());
        PlanRequests.sign(clinician(RIVERSIDE), client, 1).then().statusCode(200);
        database.change("update episode set prescribed_minutes_per_week = 600 where id = ?", client.admissionId());

        // when
        var signed = PlanRequests.sign(client.asSelf(), client, 1);

        // then
        signed.then()
                .statusCode(409)
                .body("type", equalTo("/problems/plan-no-longer-fits"))
                .body("errors.pointer", contains("/prescription/sessions"));
    }

    @Test
    void everyFaultOfAPlanIsNamed() {
        // given
        var content = PlanRequests.content(
                1, PlanRequests.sessions("GROUP", 170, 3, "INDIVIDUAL", 60, 2, "FAMILY", 60, 1, "MEDICATION", 15, 1));
        var faulty = Map.of(
                "key",
                "P1",
                "statement",
                " ",
                "goals",
                List.of(Map.of(
                        "key",
                        "P1",
                        "statement",
                        "x".repeat(1001),
                        "objectives",
                        List.of(
                                PlanRequests.objective("O1", today.minusDays(1)),
                                PlanRequests.objective("O2", today)))));
        content.put("problems", List.of(faulty));

        // when
        var refused = PlanRequests.draft(client, content);

        // then
        refused.then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/problems/0/statement",
                                "/problems/0/goals/0/key",
                                "/problems/0/goals/0/statement",
                                "/problems/0/goals/0/objectives/0/targetOn",
                                "/prescription/sessions/0/minutes",
                                "/prescription/sessions/1/timesPerWeek",
                                "/prescription/daysPerWeek",
                                "/prescription/daysPerWeek"));
        assertThat(refused.asString()).doesNotContain("xxx");
    }

    @Test
    void emptyOrMisspelledPlanIsRefused() {
        // given
        var withoutGoals = PlanRequests.content();
        withoutGoals.put("problems", List.of(Map.of("key", "p 1", "statement", "Drinks", "goals", List.of())));
        var misspelled = PlanRequests.content();
        misspelled.put("goal", "abstinence");

        // when
        var refused = PlanRequests.draft(client, withoutGoals);

        // then
        refused.then().statusCode(422).body("errors", hasSize(2));
        PlanRequests.draft(client, misspelled).then().statusCode(400);
        PlanRequests.draft(client, PlanRequests.content(5, List.of())).then().statusCode(422);
    }

    @Test
    void everyReadAndWriteIsNoted() {
        // given
        PlanRequests.bringIntoForce(client, PlanRequests.content());

        // when
        plan();

        // then
        assertThat(database.texts(
                        "select action from access_log where resource = 'TreatmentPlan' and person_id = ? order by at, action",
                        client.patientId()))
                .contains("READ")
                .filteredOn("WRITE"::equals)
                .hasSize(3);
    }

    private void discharge() {
        var event = KafkaProbe.event(
                        "care.iop.intake.patient-discharged.v1",
                        client.admissionId(),
                        RIVERSIDE,
                        Map.of("dischargedOn", "2026-11-20"))
                .withVersion(2);
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish("intake.admission.v1", event);
        }
        database.awaitHandled(event.id());
    }

    private ValidatableResponse plan() {
        return clinician(RIVERSIDE)
                .get("/api/episodes/{id}/treatment-plan", client.admissionId())
                .then()
                .statusCode(200);
    }

    private Response revision(int number) {
        return clinician(RIVERSIDE).get(REVISION, client.admissionId(), number);
    }

    private ValidatableResponse change(int number, String ifMatch, Map<String, Object> content) {
        var request = clinician(RIVERSIDE).body(content);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put(REVISION, client.admissionId(), number).then();
    }

    private ValidatableResponse discard(int number) {
        return clinician(RIVERSIDE)
                .post(REVISION + "/discard", client.admissionId(), number)
                .then();
    }

    private ValidatableResponse progress(String objective, String status) {
        return clinician(RIVERSIDE)
                .body(Map.of("status", status))
                .post("/api/episodes/{id}/treatment-plan/objectives/{key}/progress", client.admissionId(), objective)
                .then();
    }

    private ValidatableResponse review(Map<String, Object> review) {
        return clinician(RIVERSIDE)
                .body(review)
                .post("/api/episodes/{id}/treatment-plan/reviews", client.admissionId())
                .then();
    }

    /** The line of this client in the list of due plans, by way of its program; null when it is not there. */
    private static Map<String, Object> due(Client client, LocalDate by) {
        List<Map<String, Object>> items = new ArrayList<>(clinician(RIVERSIDE)
                .queryParam("programId", client.programId())
                .queryParam("by", by.toString())
                .get("/api/due-treatment-plans")
                .then()
                .statusCode(200)
                .extract()
                .<List<Map<String, Object>>>path("items"));
        return items.stream()
                .filter(item ->
                        UUID.fromString((String) item.get("admissionId")).equals(client.admissionId()))
                .findFirst()
                .orElse(null);
    }
}
