package care.iop.scheduling.enrollment;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.contract.EventContract;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class AdmissionEventsTest {

    @Inject
    Database database;

    private void deliver(KafkaProbe.Event event) {
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish(Clinic.ADMISSIONS, event);
        }
        database.awaitHandled(event.id());
    }

    @Test
    void intakesExamplesAreUnderstood() {
        // when
        var examples =
                EventContract.readExamples(Path.of("../intake-service/contracts"), Clinic.ADMITTED, Admission.class);

        // then
        assertThat(examples).isNotEmpty();
    }

    @Test
    void clientOfAnUnknownProgramWaitsAndIsEnrolledWhenItOpens() {
        // given
        var unknown = new DemoProgram(RIVERSIDE, UUID.randomUUID(), Map.of(), Map.of(), Map.of());
        var client = Clinic.admit(unknown);
        scheduler(RIVERSIDE)
                .get("/api/enrollments/{id}", client.enrollmentId())
                .then()
                .body("state", equalTo("AWAITING_PROGRAM"))
                .body("prescription", empty());

        // when
        Clinic.demoProgram(RIVERSIDE, unknown.id());

        // then
        scheduler(RIVERSIDE)
                .get("/api/enrollments/{id}", client.enrollmentId())
                .then()
                .body("state", equalTo("ACTIVE"))
                .body("plannedMinutesPerWeek", equalTo(900));
    }

    @Test
    void whatIsPrescribedIsFilledFromTheProgramsDefault() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);

        // when
        var client = Clinic.admit(program, 600);

        // then
        scheduler(RIVERSIDE)
                .get("/api/enrollments/{id}", client.enrollmentId())
                .then()
                .body("prescribedMinutesPerWeek", equalTo(600))
                .body("plannedMinutesPerWeek", equalTo(600))
                .body("prescription.kind", equalTo(java.util.List.of("GROUP", "INDIVIDUAL")));
    }

    @Test
    void olderAndRepeatedEventsChangeNothingAndNewerOnesDo() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = new Client(program, UUID.randomUUID(), UUID.randomUUID());
        var second = Clinic.admission(client, 900).withVersion(2);
        deliver(second);

        // when
        deliver(Clinic.admission(client, 540).withVersion(1));
        deliver(Clinic.admission(client, 600).withVersion(2));
        deliver(second.withId(UUID.randomUUID()));

        // then
        assertPrescribed(client, 900);
        deliver(Clinic.admission(client, 540).withVersion(3));
        assertPrescribed(client, 540);
    }

    private static void assertPrescribed(Client client, int minutes) {
        scheduler(RIVERSIDE)
                .get("/api/enrollments/{id}", client.enrollmentId())
                .then()
                .statusCode(200)
                .body("prescribedMinutesPerWeek", equalTo(minutes));
    }

    @Test
    void availabilitySurvivesANewerAdmission() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");

        // when
        deliver(Clinic.admission(client, 540).withVersion(2));

        // then
        scheduler(RIVERSIDE)
                .get("/api/enrollments/{id}", client.enrollmentId())
                .then()
                .body("plannedMinutesPerWeek", equalTo(540))
                .body("available.size()", equalTo(5));
    }

    @Test
    void changeOfLevelChangesThePrescription() {
        // given
        var client = Clinic.admit(Clinic.demoProgram(RIVERSIDE));
        var data = Clinic.admissionData(client, 360);
        data.put("levelOfCare", "1.5");

        // when
        deliver(KafkaProbe.event("care.iop.intake.level-of-care-changed.v1", client.enrollmentId(), RIVERSIDE, data)
                .withVersion(5));

        // then
        scheduler(RIVERSIDE)
                .get("/api/enrollments/{id}", client.enrollmentId())
                .then()
                .body("levelOfCare", equalTo("1.5"))
                .body("prescribedMinutesPerWeek", equalTo(360));
    }

    @Test
    void dischargeGivesUpTheSeatsAfterItAndThePersonCanComeBack() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admit(program);
        var morning = program.series().get("MORNING");
        var monday = Clinic.weekAhead();
        Clinic.book(client, morning, monday).then().statusCode(201);
        Clinic.book(client, morning, monday.plusDays(2)).then().statusCode(201);
        var discharge = KafkaProbe.event(
                        "care.iop.intake.patient-discharged.v1",
                        client.enrollmentId(),
                        RIVERSIDE,
                        Map.of("dischargedOn", monday.toString()))
                .withVersion(6);

        // when
        deliver(discharge);
        deliver(discharge.withId(UUID.randomUUID()));
        deliver(Clinic.admission(client, 540).withVersion(7));

        // then
        scheduler(RIVERSIDE)
                .get("/api/enrollments/{id}", client.enrollmentId())
                .then()
                .body("state", equalTo("ENDED"))
                .body("endedOn", equalTo(monday.toString()))
                .body("prescribedMinutesPerWeek", equalTo(900));
        assertThat(database.number(
                        "select count(*) from booking where enrollment_id = ? and status = 'BOOKED'",
                        client.enrollmentId()))
                .isEqualTo(1);
        assertThat(database.number(
                        "select count(*) from booking where enrollment_id = ? and cancellation = 'DISCHARGE'",
                        client.enrollmentId()))
                .isEqualTo(1);
        Clinic.book(client, morning, monday.plusDays(4)).then().statusCode(409);
        var again = new Client(program, UUID.randomUUID(), client.patientId());
        deliver(Clinic.admission(again, 900));
        Clinic.book(again, morning, monday.plusDays(4)).then().statusCode(201);
    }

    @Test
    void otherFactsOnTheTopicArePassedOver() {
        // given
        var event = KafkaProbe.event(
                "care.iop.intake.patient-discharged.v1", UUID.randomUUID(), RIVERSIDE, Map.of("anything", 1));

        // when
        deliver(event);

        // then
        assertThat(database.number("select count(*) from enrollment where id = ?", event.subject()))
                .isZero();
    }

    @Test
    void anAdmissionThatCanNeverBeUnderstoodIsPutAside() {
        // given
        var client = new Client(
                new DemoProgram(RIVERSIDE, UUID.randomUUID(), Map.of(), Map.of(), Map.of()),
                UUID.randomUUID(),
                UUID.randomUUID());
        var event = Clinic.admission(client, 20_000);

        // when
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish(Clinic.ADMISSIONS, event);

            // then
            var aside = kafka.await(
                    Clinic.ADMISSIONS + ".dlq",
                    message -> event.id().toString().equals(message.headers().get("ce_id")));
            assertThat(aside.value()).contains(client.enrollmentId().toString());
        }
    }
}
