package care.iop.progress.fhir;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import care.iop.chassis.testing.fhir.Answers;
import care.iop.chassis.testing.fhir.Hospital;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import care.iop.progress.plan.PlanRequests;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an EHR may read of a person's treatment plan. */
@ServiceTest
class PlansTest {

    @Inject
    Database database;

    private Hospital hospital;
    private Client client;

    @BeforeEach
    void admit() {
        hospital = Machines.hospital(database, RIVERSIDE);
        hospital.register(true);
        client = Clinic.admit(RIVERSIDE);
        hospital.consent(client.patientId());
    }

    @Test
    void draftIsToldToNobody() {
        // given
        PlanRequests.draft(client, PlanRequests.content()).then().statusCode(201);

        // when, then
        hospital.ehr().get("/fhir/CarePlan/{id}", client.admissionId()).then().statusCode(404);
        search("Goal").body("entry", equalTo(null));
    }

    @Test
    void signedPlanIsACarePlanWithItsGoalsAndWeek() {
        // given
        PlanRequests.bringIntoForce(client, PlanRequests.content());

        // when
        var read =
                hospital.ehr().get("/fhir/CarePlan/{id}", client.admissionId()).then();

        // then
        read.statusCode(200)
                .header("ETag", "W/\"1\"")
                .body("status", equalTo("active"))
                .body("intent", equalTo("plan"))
                .body("category[0].coding[0].code", equalTo("assess-plan"))
                .body("subject.reference", equalTo("Patient/" + client.patientId()))
                .body("text.status", equalTo("generated"))
                .body("text.div", containsString("Drinks when alone in the evening"))
                .body(
                        "goal.reference",
                        equalTo(List.of(
                                "Goal/" + client.admissionId() + ".O1", "Goal/" + client.admissionId() + ".O2")))
                .body("activity", hasSize(3))
                .body("activity[0].detail.code.coding[0].code", equalTo("GROUP"))
                .body("activity[0].detail.scheduledTiming.repeat.frequency", equalTo(3))
                .body("activity[0].detail.scheduledTiming.repeat.duration", equalTo(180))
                .body("note[0].text", containsString("42 CFR 2.32"))
                .body("meta.security.code", equalTo(List.of("R", "42CFRPart2", "NORDSCLCD")));
    }

    @Test
    void objectiveIsAGoalThatFollowsItsProgress() {
        // given
        PlanRequests.bringIntoForce(client, PlanRequests.content());
        var goal = client.admissionId() + ".O1";
        hospital.ehr()
                .get("/fhir/Goal/{id}", goal)
                .then()
                .statusCode(200)
                .header("ETag", "W/\"1-0\"")
                .body("lifecycleStatus", equalTo("active"))
                .body("achievementStatus.coding[0].code", equalTo("in-progress"))
                .body("description.text", equalTo("Names three own triggers"))
                .body("extension[0].valueString", equalTo("Evenings without alcohol"))
                .body("target[0].dueDate", equalTo("2099-12-31"))
                .body("note[0].text", containsString("42 CFR 2.32"));

        // when
        clinician(RIVERSIDE)
                .body(Map.of("status", "MET"))
                .post("/api/episodes/{id}/treatment-plan/objectives/O1/progress", client.admissionId())
                .then()
                .statusCode(200);

        // then
        Answers.keep("Goal-met", hospital.ehr().get("/fhir/Goal/{id}", goal).asString());
        hospital.ehr()
                .header("If-None-Match", "W/\"1-0\"")
                .get("/fhir/Goal/{id}", goal)
                .then()
                .statusCode(200)
                .body("lifecycleStatus", equalTo("completed"))
                .body("achievementStatus.coding[0].code", equalTo("achieved"));
        search("Goal", "lifecycle-status", "active")
                .body("entry.resource.id", equalTo(List.of(client.admissionId() + ".O2")));
        search("Goal", "lifecycle-status", "completed").body("entry.resource.id", equalTo(List.of(goal)));
        search("Goal", "_lastUpdated", "gt2999-01-01T00:00:00Z").body("entry", equalTo(null));
    }

    @Test
    void goalsComeInPages() {
        // given
        PlanRequests.bringIntoForce(client, PlanRequests.content());

        // when
        String next = search("Goal", "_count", "1")
                .body("entry.resource.id", equalTo(List.of(client.admissionId() + ".O1")))
                .extract()
                .path("link.find { it.relation == 'next' }.url");

        // then
        hospital.ehr()
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("entry.resource.id", equalTo(List.of(client.admissionId() + ".O2")))
                .body("link.relation", equalTo(List.of("self")));
    }

    @Test
    void consentForResultsOpensNoPlan() {
        // given
        var other = Clinic.admit(RIVERSIDE);
        PlanRequests.bringIntoForce(other, PlanRequests.content());
        var consent = UUID.randomUUID();
        hospital.tell(
                "consent-changed",
                consent,
                1,
                hospital.terms(consent, other.patientId(), Map.of("dataClasses", List.of("MEASURES"))));

        // when, then
        hospital.ehr().get("/fhir/CarePlan/{id}", other.admissionId()).then().statusCode(404);
        hospital.ehr()
                .get("/fhir/Goal/{id}", other.admissionId() + ".O1")
                .then()
                .statusCode(404);
    }

    @Test
    void identifierThatIsNoGoalsIsAbsent() {
        for (var id : List.of("O1", client.admissionId().toString(), client.admissionId() + "O1", "x".repeat(64))) {
            hospital.ehr().get("/fhir/Goal/{id}", id).then().statusCode(404);
        }
    }

    private ValidatableResponse search(String type, String... parameters) {
        var request = hospital.ehr().queryParam("patient", client.patientId().toString());
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/fhir/{type}", type).then().statusCode(200);
    }
}
