package care.iop.progress.silence;

import static care.iop.progress.Clinic.clinician;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has an organization of its own, because the watch looks at everybody in one. */
@ServiceTest
class SilenceWatchTest {

    @Inject
    SilenceWatch watch;

    @Inject
    Clock clock;

    @Inject
    Database database;

    private String organization;
    private LocalDate today;

    @BeforeEach
    void nameOrganization() {
        organization = "silence-" + UUID.randomUUID();
        today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    @Test
    void silenceIsFoundOnceUntilSomebodyAnswers() {
        // given
        var silent = admit(3);
        var fresh = admit(2);

        // when
        look();
        database.change(
                "update alert set raised_at = raised_at - interval '2 days' where patient_id = ?", silent.patientId());
        look();

        // then
        alerts(silent).then().body("items.signal", contains("NO_CHECK_IN")).body("items.severity", contains("LOW"));
        alerts(fresh).then().body("items", empty());
    }

    @Test
    void longerSilenceIsMoreUrgent() {
        // given
        var silent = admit(7);

        // when
        look();

        // then
        alerts(silent)
                .then()
                .body("items.findAll { it.rule == 'AL-SIL' }.signal", contains("NO_CONTACT"))
                .body("items.findAll { it.rule == 'AL-SIL' }.severity", contains("HIGH"));
    }

    @Test
    void checkInEndsTheSilence() {
        // given
        var client = admit(10);
        client.asSelf()
                .body("{\"forOn\": \"%s\", \"mood\": 6, \"craving\": 2, \"substanceUse\": false, \"sleepHours\": 7}"
                        .formatted(today.minusDays(2)))
                .post("/api/patients/{id}/check-ins", client.patientId())
                .then()
                .statusCode(201);

        // when
        look();

        // then
        alerts(client).then().body("items.findAll { it.rule == 'AL-SIL' }", empty());
    }

    @Test
    void weekWithoutEnoughHoursIsFoundOnce() {
        // given
        var client = admit(20);

        // when
        look();
        look();

        // then
        alerts(client).then().body("items.findAll { it.rule == 'AL-ATT' }.signal", contains("HOURS_BELOW_MINIMUM"));
    }

    @Test
    void nobodyIsLookedForAfterTheDischarge() {
        // given
        var client = admit(20);
        database.change("update episode set ended_on = ? where id = ?", today, client.admissionId());

        // when
        look();

        // then
        alerts(client).then().body("items", empty());
    }

    private void look() {
        Clinic.outsideOfARequest(() -> watch.lookAt(organization));
    }

    private Client admit(int daysAgo) {
        var client = new Client(organization, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var data = Clinic.admissionData(client, 900);
        data.put("admittedOn", today.minusDays(daysAgo));
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish(
                    "intake.admission.v1",
                    KafkaProbe.event("care.iop.intake.patient-admitted.v1", client.admissionId(), organization, data));
        }
        Clinic.awaitEpisode(client);
        return client;
    }

    private Response alerts(Client client) {
        return clinician(organization)
                .queryParam("patientId", client.patientId())
                .get("/api/alerts");
    }
}
