package care.iop.scheduling.enrollment;

import static care.iop.scheduling.Clinic.LAKESIDE;
import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.contract.EventContract;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class PlanEventsTest {

    @Inject
    Database database;

    @Test
    void progresssExamplesAreUnderstood() {
        // when
        var examples = EventContract.readExamples(
                Path.of("../progress-service/contracts"), PlanEvents.IN_FORCE, PlanInForce.class);

        // then
        assertThat(examples).isNotEmpty();
    }

    @Test
    void planInForcePrescribesTheWeekInPlaceOfTheProgramsDefault() {
        // given
        var client = Clinic.admit(Clinic.demoProgram(RIVERSIDE));

        // when
        deliver(plan(client, 1, 1, 4, sessions("GROUP", 180, 3, "INDIVIDUAL", 60, 1)));

        // then
        enrollment(client)
                .body("plannedMinutesPerWeek", equalTo(600))
                .body("prescription.kind", contains("GROUP", "INDIVIDUAL"))
                .body("prescription.timesPerWeek", contains(3, 1))
                .body("prescriptionIndividual", equalTo(true))
                .body("planRevision", equalTo(1))
                .body("prescribedModalities", contains("CBT", "DBT"))
                .body("preferences.targetDays", equalTo(4));
    }

    @Test
    void olderAndRepeatedPlansChangeNothingAndNewerOnesDo() {
        // given
        var client = Clinic.admit(Clinic.demoProgram(RIVERSIDE));
        var second = plan(client, 5, 2, 3, sessions("GROUP", 180, 3));
        deliver(second);

        // when
        deliver(plan(client, 2, 1, 5, sessions("GROUP", 180, 5)));
        deliver(plan(client, 5, 2, 5, sessions("GROUP", 180, 5)));
        deliver(second.withId(UUID.randomUUID()));

        // then
        enrollment(client).body("plannedMinutesPerWeek", equalTo(540)).body("planRevision", equalTo(2));
        deliver(plan(client, 6, 3, 3, sessions("GROUP", 150, 4)));
        enrollment(client).body("plannedMinutesPerWeek", equalTo(600)).body("planRevision", equalTo(3));
    }

    @Test
    void planThatComesBeforeTheAdmissionWaitsForIt() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = new Client(program, UUID.randomUUID(), UUID.randomUUID());
        deliver(plan(client, 1, 1, 3, sessions("GROUP", 180, 3)));

        // when
        deliver(Clinic.admission(client, 900));

        // then
        enrollment(client).body("plannedMinutesPerWeek", equalTo(540)).body("planRevision", equalTo(1));
    }

    @Test
    void planOfAClientWhoseProgramIsNotKnownYetHoldsWhenItOpens() {
        // given
        var unknown = new DemoProgram(RIVERSIDE, UUID.randomUUID(), Map.of(), Map.of(), Map.of());
        var client = Clinic.admit(unknown);
        deliver(plan(client, 1, 1, 3, sessions("GROUP", 180, 3)));
        enrollment(client).body("prescription", empty()).body("planRevision", nullValue());

        // when
        Clinic.demoProgram(RIVERSIDE, unknown.id());

        // then
        enrollment(client).body("state", equalTo("ACTIVE")).body("plannedMinutesPerWeek", equalTo(540));
    }

    @Test
    void smallerDoseLeavesAsMuchOfThePlanAsItHoldsAndAGreaterOneAllOfIt() {
        // given
        var client = Clinic.admit(Clinic.demoProgram(RIVERSIDE));
        deliver(plan(client, 1, 1, 5, sessions("GROUP", 180, 3, "INDIVIDUAL", 60, 2)));

        // when
        deliver(Clinic.admission(client, 420).withVersion(2));

        // then
        enrollment(client)
                .body("prescription.kind", contains("GROUP", "INDIVIDUAL"))
                .body("prescription.timesPerWeek", contains(2, 1))
                .body("plannedMinutesPerWeek", equalTo(420));
        deliver(Clinic.admission(client, 900).withVersion(3));
        enrollment(client).body("plannedMinutesPerWeek", equalTo(660));
    }

    @Test
    void nobodyPrescribesPastThePlanInForce() {
        // given
        var client = Clinic.admit(Clinic.demoProgram(RIVERSIDE));
        Map<String, Object> own = Map.of("sessions", sessions("GROUP", 180, 4));
        prescribe(client, own).statusCode(200);
        deliver(plan(client, 1, 1, 3, sessions("GROUP", 180, 3)));

        // when
        var refused = prescribe(client, own);

        // then
        refused.statusCode(409).body("type", equalTo("/problems/prescribed-by-plan"));
        enrollment(client).body("plannedMinutesPerWeek", equalTo(540));
    }

    @Test
    void planAfterTheDischargeChangesNothing() {
        // given
        var client = Clinic.admit(Clinic.demoProgram(RIVERSIDE));
        deliver(KafkaProbe.event(
                        "care.iop.intake.patient-discharged.v1",
                        client.enrollmentId(),
                        RIVERSIDE,
                        Map.of("dischargedOn", Clinic.lastWeek().plusDays(1).toString()))
                .withVersion(2));

        // when
        deliver(plan(client, 1, 1, 3, sessions("GROUP", 180, 3)));

        // then
        enrollment(client).body("state", equalTo("ENDED")).body("planRevision", nullValue());
    }

    @Test
    void planOfAnotherOrganizationIsNotTheClients() {
        // given
        var client = Clinic.admit(Clinic.demoProgram(RIVERSIDE));

        // when
        deliver(KafkaProbe.event(
                PlanEvents.IN_FORCE, client.enrollmentId(), LAKESIDE, data(client, 1, 3, sessions("GROUP", 180, 3))));

        // then
        enrollment(client).body("planRevision", nullValue()).body("plannedMinutesPerWeek", equalTo(900));
    }

    @Test
    void planThatNoWeekCanHoldIsPutAsideAndStopsNothing() {
        // given
        var client = Clinic.admit(Clinic.demoProgram(RIVERSIDE));
        var impossible = List.of(
                plan(client, 2, 1, 8, sessions("GROUP", 180, 3)),
                plan(client, 2, 1, 3, sessions("GROUP", 481, 3)),
                plan(client, 2, 1, 3, sessions("CHECK_IN", 60, 1)),
                plan(client, 2, 1, 3, sessions("INDIVIDUAL", 50, 1)),
                plan(client, 2, 1, 3, List.of()));

        // when
        try (var kafka = KafkaProbe.connect()) {
            impossible.forEach(event -> kafka.publish(PlanEvents.TOPIC, event));

            // then
            impossible.forEach(event -> kafka.await(
                    PlanEvents.TOPIC + ".dlq",
                    message -> event.id().toString().equals(message.headers().get("ce_id"))));
        }
        deliver(plan(client, 1, 1, 3, sessions("GROUP", 180, 3)));
        enrollment(client).body("planRevision", equalTo(1));
    }

    private void deliver(KafkaProbe.Event event) {
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish(event.type().startsWith("care.iop.intake") ? Clinic.ADMISSIONS : PlanEvents.TOPIC, event);
        }
        database.awaitHandled(event.id());
    }

    private static ValidatableResponse enrollment(Client client) {
        return scheduler(RIVERSIDE)
                .get("/api/enrollments/{id}", client.enrollmentId())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse prescribe(Client client, Map<String, Object> prescription) {
        return Clinic.clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(prescription)
                .put("/api/enrollments/{id}/prescription", client.enrollmentId())
                .then();
    }

    private static KafkaProbe.Event plan(
            Client client, long version, int revision, int days, List<Map<String, Object>> sessions) {
        return KafkaProbe.event(
                        PlanEvents.IN_FORCE, client.enrollmentId(), RIVERSIDE, data(client, revision, days, sessions))
                .withVersion(version);
    }

    private static Map<String, Object> data(Client client, int revision, int days, List<Map<String, Object>> sessions) {
        var data = new LinkedHashMap<String, Object>();
        data.put("admissionId", client.enrollmentId());
        data.put("patientId", client.patientId());
        data.put("revision", revision);
        data.put("daysPerWeek", days);
        data.put("sessions", sessions);
        data.put("modalities", List.of("CBT", "DBT"));
        data.put("somethingNew", 1);
        return data;
    }

    /** Kind, minutes and times, again and again. */
    private static List<Map<String, Object>> sessions(Object... facts) {
        var sessions = new java.util.ArrayList<Map<String, Object>>();
        for (int i = 0; i < facts.length; i += 3) {
            sessions.add(Map.of("kind", facts[i], "minutes", facts[i + 1], "timesPerWeek", facts[i + 2]));
        }
        return sessions;
    }
}
