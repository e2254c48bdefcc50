package care.iop.progress.relapseprevention;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check-in that shows a warning sign is answered with the person's own plan; both sides of each sign are in PlanContentTest. */
@ServiceTest
class CopingPromptResourceTest {

    private static final String PROMPTS = "/api/patients/{patientId}/coping-prompts";

    @Inject
    Clock clock;

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    private Client client;
    private LocalDate today;

    @BeforeEach
    void admit() {
        client = Clinic.admit(RIVERSIDE);
        today = LocalDate.now(clock);
    }

    @Test
    void warningSignIsAnsweredWithTheOwnNextStepAndTheChosenContacts() {
        // given
        Plans.write(client, "NOTICE");

        // when
        var response = checkIn(today, 6, 7, ", \"triggers\": [\"MONEY\"]");

        // then
        response.then()
                .statusCode(201)
                .body("prompt.warningSigns", contains("I can't think of anything else"))
                .body("prompt.nextStep.says", equalTo("Walk around the lake"))
                .body("prompt.nextStep.minutes", equalTo(15))
                .body("prompt.steps.step.key", contains("walk", "call"))
                .body("prompt.contacts.name", contains("My sponsor"))
                .body("prompt.contacts.reach", contains("Call 555-0100"))
                .body("prompt.highRiskSituations.strategies[0]", contains("Dinner at my sister's"))
                .body("prompt.crisisSupport.message", containsString("988"))
                .body("prompt.told", equalTo("NOTICE"))
                .body("prompt.checkInId", equalTo(response.path("id")));
    }

    @Test
    void dayWithoutAWarningSignAndPersonWithoutAPlanGetNoPrompt() {
        // given
        checkIn(today.minusDays(1), 6, 7, "").then().statusCode(201).body("prompt", nullValue());
        Plans.write(client, "NOTICE");

        // when
        var calm = checkIn(today, 6, 6, "");

        // then
        calm.then().statusCode(201).body("prompt", nullValue());
        prompts(true).then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({"NOTICE, LOW", "ALERT, MEDIUM", "URGENT, HIGH"})
    void teamHearsAsThePersonAgreed(String level, String severity) {
        // given
        Plans.write(client, level);

        // when
        var checkIn = checkIn(today, 6, 7, "").<String>path("id");

        // then
        alerts().then()
                .body("items.find { it.rule == 'AL-RPP' }.severity", equalTo(severity))
                .body("items.find { it.rule == 'AL-RPP' }.signal", equalTo("WARNING_SIGN"))
                .body("items.find { it.rule == 'AL-RPP' }.sourceId", equalTo(checkIn))
                .body("items.find { it.rule == 'AL-CRV' }.severity", equalTo("MEDIUM"));
        prompts(false).then().body("items", hasSize(1)).body("items[0].told", equalTo(level));
    }

    @Test
    void whatStaysWithThePersonIsSeenByNobodyElseAndTheProgramsOwnRulesGoOn() {
        // given
        Plans.write(client, "NOBODY");

        // when
        var prompt = checkIn(today, 6, 7, "").<String>path("prompt.id");

        // then
        alerts().then().body("items.rule", contains("AL-CRV"));
        prompts(false).then().body("items", empty());
        prompts(true).then().body("items.id", contains(prompt));
        clinician(RIVERSIDE)
                .get(PROMPTS + "/{id}", client.patientId(), prompt)
                .then()
                .statusCode(404);
        client.asSelf()
                .get(PROMPTS + "/{id}", client.patientId(), prompt)
                .then()
                .statusCode(200);
    }

    @Test
    void stepsAreOfferedOneAfterAnotherUntilOneHelps() {
        // given
        Plans.write(client, "NOTICE");
        var prompt = checkIn(today, 6, 7, "").<String>path("prompt.id");

        // when
        var first = note(prompt, "walk", "DID_NOT_HELP");
        var second = note(prompt, "call", "HELPED");

        // then
        first.then()
                .statusCode(200)
                .body("nextStep.key", equalTo("call"))
                .body("steps.outcome", contains("DID_NOT_HELP", null));
        second.then().statusCode(200).body("nextStep", nullValue());
        clinician(RIVERSIDE)
                .get(PROMPTS + "/{id}", client.patientId(), prompt)
                .then()
                .statusCode(200)
                .body("steps.outcome", contains("DID_NOT_HELP", "HELPED"))
                .body("notedAt", notNullValue());
    }

    @Test
    void stepThatDidNotHelpLastTimeComesLast() {
        // given
        Plans.write(client, "NOTICE");
        note(checkIn(today.minusDays(1), 6, 7, "").path("prompt.id"), "walk", "DID_NOT_HELP");

        // when
        var next = checkIn(today, 6, 8, "");

        // then
        next.then().body("prompt.steps.step.key", contains("call", "walk"));
        note(next.path("prompt.id"), "walk", "HELPED_A_LITTLE").then().body("nextStep.key", equalTo("call"));
    }

    @Test
    void sayingItAgainReplacesWhatWasSaid() {
        // given
        Plans.write(client, "NOTICE");
        var prompt = checkIn(today, 6, 7, "").<String>path("prompt.id");
        note(prompt, "walk", "HELPED");

        // when
        var again = note(prompt, "walk", "NOT_DONE");

        // then
        again.then().body("steps.outcome", contains("NOT_DONE", null)).body("nextStep.key", equalTo("call"));
    }

    @Test
    void stepThatWasNotShownIsRefused() {
        // given
        Plans.write(client, "NOTICE");
        var prompt = checkIn(today, 6, 7, "").<String>path("prompt.id");

        // when
        var response = note(prompt, "tea", "HELPED");

        // then
        response.then().statusCode(422).body("errors.pointer", contains("/step"));
        note(UUID.randomUUID().toString(), "walk", "HELPED").then().statusCode(404);
    }

    @Test
    void reportSentAgainIsAnsweredWithTheSamePromptAndCallsNobodyAgain() {
        // given
        Plans.write(client, "NOTICE");
        var more = ", \"reportId\": \"%s\"".formatted(UUID.randomUUID());
        var prompt = checkIn(today, 6, 7, more).<String>path("prompt.id");

        // when
        var again = checkIn(today, 6, 7, more);

        // then
        again.then().statusCode(200).body("prompt.id", equalTo(prompt)).body("prompt.nextStep.key", equalTo("walk"));
        alerts().then().body("items", hasSize(2));
    }

    @Test
    void correctedDayIsAnsweredAnewAndKeepsWhatWasNoted() {
        // given
        Plans.write(client, "NOBODY");
        var prompt = checkIn(today, 6, 7, "").<String>path("prompt.id");
        note(prompt, "walk", "HELPED_A_LITTLE");

        // when
        var corrected = client.asSelf()
                .header("If-Match", "\"1\"")
                .body(
                        "{\"mood\": 3, \"craving\": 6, \"substanceUse\": false, \"sleepHours\": 7, \"triggers\": [\"LONELY\"]}")
                .put("/api/patients/{id}/check-ins/{day}", client.patientId(), today.toString());

        // then
        corrected
                .then()
                .statusCode(200)
                .body("prompt.id", equalTo(prompt))
                .body("prompt.warningSigns", contains("I sit at home alone"))
                .body("prompt.steps.step.key", contains("tea", "walk", "call"))
                .body("prompt.steps.outcome", contains(null, "HELPED_A_LITTLE", null))
                .body("prompt.contacts.name", contains("My sponsor", "Jo"));
    }

    @Test
    void olderVersionOfThePlanStandsByWhatItAnswered() {
        // given
        var first = Plans.write(client, "NOTICE");
        var prompt = checkIn(today, 6, 7, "").<String>path("prompt.id");

        // when
        client.asSelf()
                .body(Plans.basedOn(first, "NOTICE").replace("Walk around the lake", "Swim"))
                .post(Plans.VERSIONS, client.patientId())
                .then()
                .statusCode(201);

        // then
        client.asSelf()
                .get(PROMPTS + "/{id}", client.patientId(), prompt)
                .then()
                .body("planId", equalTo(first))
                .body("nextStep.says", equalTo("Walk around the lake"));
    }

    @Test
    void planThatCannotBeReadCostsNeitherTheCheckInNorItsAlertsAndOperationsHearOfIt() {
        // given
        Plans.write(client, "NOTICE");
        database.change(
                "update relapse_plan set content = '{\"warningSigns\": 5}' where patient_id = ?", client.patientId());
        double failedBefore = failed();

        // when
        var response = checkIn(today, 6, 9, "");

        // then
        response.then().statusCode(201).body("prompt", nullValue());
        alerts().then().body("items.rule", contains("AL-CRV")).body("items.severity", contains("HIGH"));
        assertThat(failed()).isEqualTo(failedBefore + 1);
    }

    @Test
    void nothingOfThePlanIsOnKafka() {
        // given
        Plans.write(client, "URGENT");

        // when
        checkIn(today, 6, 9, "").then().statusCode(201);

        // then
        assertThat(database.number(
                        "select count(*) from outbox where organization_id = ? and data like any (array['%555-01%', '%lake%'])",
                        RIVERSIDE))
                .isZero();
        assertThat(database.texts(
                        "select action from access_log where person_id = ? and resource = 'CopingPrompt'",
                        client.patientId()))
                .containsExactly("WRITE");
    }

    @Test
    void anothersPromptReadsAsAbsent() {
        // given
        Plans.write(client, "URGENT");
        var prompt = checkIn(today, 6, 9, "").<String>path("prompt.id");
        var other = Clinic.admit(RIVERSIDE);

        // when, then
        other.asSelf().get(PROMPTS + "/{id}", other.patientId(), prompt).then().statusCode(404);
        other.asSelf()
                .body("{\"step\": \"walk\", \"outcome\": \"HELPED\"}")
                .post(PROMPTS + "/{id}/outcomes", other.patientId(), prompt)
                .then()
                .statusCode(404);
        other.asSelf().get(PROMPTS, client.patientId()).then().statusCode(404);
    }

    @Test
    void ruleIsListedInWords() {
        // when, then
        clinician(RIVERSIDE).get("/api/alert-rules").then().body("items.rule", hasItem("AL-RPP"));
    }

    private double failed() {
        return meters.counter("iop.progress.rules.failed", "rule", "AL-RPP").count();
    }

    private Response checkIn(LocalDate day, int mood, int craving, String more) {
        return Plans.checkIn(client, day.toString(), mood, craving, more);
    }

    private Response note(String prompt, String step, String outcome) {
        return client.asSelf()
                .body("{\"step\": \"%s\", \"outcome\": \"%s\"}".formatted(step, outcome))
                .post(PROMPTS + "/{id}/outcomes", client.patientId(), prompt);
    }

    private Response prompts(boolean asSelf) {
        return (asSelf ? client.asSelf() : clinician(RIVERSIDE)).get(PROMPTS, client.patientId());
    }

    private Response alerts() {
        return clinician(RIVERSIDE).queryParam("patientId", client.patientId()).get("/api/alerts");
    }
}
