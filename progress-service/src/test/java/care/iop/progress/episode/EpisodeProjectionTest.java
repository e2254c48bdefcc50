package care.iop.progress.episode;

import static care.iop.progress.Clinic.LAKESIDE;
import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static care.iop.progress.Clinic.director;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class EpisodeProjectionTest {

    private static final String TOPIC = "intake.admission.v1";

    @Inject
    Database database;

    private final Client client = new Client(RIVERSIDE, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    private KafkaProbe kafka;

    @BeforeEach
    void connect() {
        kafka = KafkaProbe.connect();
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void admissionBecomesAnEpisode() {
        // when
        kafka.publish(TOPIC, Clinic.admission(client, 900));

        // then
        Clinic.awaitEpisode(client);
        director(RIVERSIDE)
                .get("/api/episodes/{id}", client.admissionId())
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("admissionId", equalTo(client.admissionId().toString()))
                .body("patientId", equalTo(client.patientId().toString()))
                .body("programId", equalTo(client.programId().toString()))
                .body("levelOfCare", equalTo("2.1"))
                .body("admittedOn", equalTo("2026-11-16"))
                .body("prescribedMinutesPerWeek", equalTo(900));
    }

    @Test
    void duplicatesAndOlderVersionsChangeNothing() {
        // given
        var newest = Clinic.admission(client, 720).withVersion(3);
        kafka.publish(TOPIC, newest);

        // when
        kafka.publish(TOPIC, newest);
        kafka.publish(TOPIC, Clinic.admission(client, 900).withVersion(2));
        kafka.publish(TOPIC, Clinic.admission(client, 60).withVersion(3));

        // then
        awaitHandledAfter(client);
        assertThat(prescribedMinutes()).isEqualTo(720);
    }

    @Test
    void newerVersionIsTakenOver() {
        // given
        kafka.publish(TOPIC, Clinic.admission(client, 900).withVersion(1));

        // when
        kafka.publish(TOPIC, Clinic.admission(client, 540).withVersion(2));

        // then
        awaitHandledAfter(client);
        assertThat(prescribedMinutes()).isEqualTo(540);
    }

    @Test
    void changeOfLevelIsFollowedAndDischargeEndsTheEpisode() {
        // given
        kafka.publish(TOPIC, Clinic.admission(client, 900).withVersion(0));
        var level = Clinic.admissionData(client, 360);
        level.put("levelOfCare", "1.5");
        kafka.publish(
                TOPIC,
                KafkaProbe.event("care.iop.intake.level-of-care-changed.v1", client.admissionId(), RIVERSIDE, level)
                        .withVersion(1));

        // when
        kafka.publish(TOPIC, discharge().withVersion(3));
        kafka.publish(TOPIC, Clinic.admission(client, 900).withVersion(2));

        // then
        awaitHandledAfter(client);
        director(RIVERSIDE)
                .get("/api/episodes/{id}", client.admissionId())
                .then()
                .header("ETag", "\"3\"")
                .body("levelOfCare", equalTo("1.5"))
                .body("prescribedMinutesPerWeek", equalTo(360))
                .body("endedOn", equalTo("2026-12-18"));
        clinician(RIVERSIDE)
                .queryParam("programId", client.programId().toString())
                .queryParam("week", "2026-W40")
                .get("/api/caseload")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void whoPaysIsKeptFromTheAdmissionOnAndAbsentWhenItWasNotTold() {
        // given
        var data = Clinic.admissionData(client, 900);
        data.put("payerCategory", "MEDICAID");
        kafka.publish(
                TOPIC,
                KafkaProbe.event("care.iop.intake.patient-admitted.v1", client.admissionId(), RIVERSIDE, data)
                        .withVersion(0));
        var before = new Client(RIVERSIDE, UUID.randomUUID(), UUID.randomUUID(), client.programId());
        kafka.publish(TOPIC, Clinic.admission(before, 900));

        // when
        kafka.publish(
                TOPIC,
                KafkaProbe.event(
                                "care.iop.intake.level-of-care-changed.v1",
                                client.admissionId(),
                                RIVERSIDE,
                                Clinic.admissionData(client, 540))
                        .withVersion(1));

        // then
        awaitHandledAfter(client);
        Clinic.awaitEpisode(before);
        assertThat(database.texts("select payer_category from episode where id = ?", client.admissionId()))
                .containsExactly("MEDICAID");
        assertThat(database.number(
                        "select count(*) from episode where id = ? and payer_category is null", before.admissionId()))
                .isEqualTo(1);
    }

    @Test
    void readmissionIsAnEpisodeOfItsOwn() {
        // given
        kafka.publish(TOPIC, Clinic.admission(client, 900).withVersion(0));
        kafka.publish(TOPIC, discharge().withVersion(1));
        var again = new Client(RIVERSIDE, UUID.randomUUID(), client.patientId(), client.programId());

        // when
        kafka.publish(TOPIC, Clinic.admission(again, 540));

        // then
        Clinic.awaitEpisode(again);
        awaitHandledAfter(client);
        director(RIVERSIDE)
                .get("/api/episodes/{id}", client.admissionId())
                .then()
                .body("endedOn", equalTo("2026-12-18"));
        director(RIVERSIDE)
                .get("/api/episodes/{id}", again.admissionId())
                .then()
                .body("endedOn", nullValue());
    }

    private KafkaProbe.Event discharge() {
        return KafkaProbe.event(
                "care.iop.intake.patient-discharged.v1",
                client.admissionId(),
                RIVERSIDE,
                Map.of("dischargedOn", "2026-12-18"));
    }

    @Test
    void unknownFieldsAndUnknownTypesArePassedOver() {
        // given
        var data = Clinic.admissionData(client, 900);
        data.put("somethingNew", Map.of("since", "next year"));

        // when
        kafka.publish(
                TOPIC, KafkaProbe.event("care.iop.intake.patient-admitted.v1", client.admissionId(), RIVERSIDE, data));
        kafka.publish(
                TOPIC,
                KafkaProbe.event("care.iop.intake.leave-started.v1", client.admissionId(), RIVERSIDE, Map.of())
                        .withVersion(2));

        // then
        awaitHandledAfter(client);
        assertThat(prescribedMinutes()).isEqualTo(900);
    }

    @Test
    void incompleteAdmissionIsPutAsideAndStopsNothing() {
        // given
        var data = Clinic.admissionData(client, 900);
        data.remove("prescribedMinutesPerWeek");
        var poison = KafkaProbe.event("care.iop.intake.patient-admitted.v1", client.admissionId(), RIVERSIDE, data);

        // when
        kafka.publish(TOPIC, poison);

        // then
        awaitHandledAfter(client);
        var dead = kafka.await(
                TOPIC + ".dlq",
                message -> poison.id().toString().equals(message.headers().get("ce_id")));
        assertThat(dead.value()).contains(client.patientId().toString());
        clinician(RIVERSIDE)
                .get("/api/episodes/{id}", client.admissionId())
                .then()
                .statusCode(404);
    }

    @Test
    void sameAdmissionIdInAnotherOrganizationIsAnotherEpisode() {
        // given
        var twin = new Client(LAKESIDE, client.admissionId(), UUID.randomUUID(), UUID.randomUUID());
        kafka.publish(TOPIC, Clinic.admission(client, 900));

        // when
        kafka.publish(TOPIC, Clinic.admission(twin, 540).withVersion(7));

        // then
        Clinic.awaitEpisode(twin);
        Clinic.awaitEpisode(client);
        assertThat(prescribedMinutes()).isEqualTo(900);
        clinician(LAKESIDE)
                .get("/api/episodes/{id}", client.admissionId())
                .then()
                .body("patientId", equalTo(twin.patientId().toString()))
                .body("prescribedMinutesPerWeek", equalTo(540));
    }

    /** Events of one key arrive in order, so once a later one has been handled the earlier ones have been, too. */
    private void awaitHandledAfter(Client earlier) {
        var last = KafkaProbe.event("care.iop.intake.nothing-new.v1", earlier.admissionId(), RIVERSIDE, Map.of());
        kafka.publish(TOPIC, last);
        database.awaitHandled(last.id());
    }

    private int prescribedMinutes() {
        return clinician(RIVERSIDE)
                .get("/api/episodes/{id}", client.admissionId())
                .then()
                .statusCode(200)
                .extract()
                .path("prescribedMinutesPerWeek");
    }
}
