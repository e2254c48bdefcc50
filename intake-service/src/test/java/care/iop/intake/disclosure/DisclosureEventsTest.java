package care.iop.intake.disclosure;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import care.iop.chassis.consent.DisclosureRefused;
import care.iop.chassis.consent.InformationDisclosed;
import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.contract.EventContract;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other services tell or refuse machines stands in the one account of the person. */
@ServiceTest
class DisclosureEventsTest {

    private static final String TOPIC = "scheduling.disclosure.v1";

    private String patientId;
    private String recipientId;

    @BeforeEach
    void register() {
        patientId = Desk.register(RIVERSIDE);
        recipientId = Desk.ehrAsRecipient(RIVERSIDE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheduling", "progress"})
    void theirExamplesAreUnderstood(String service) {
        var contracts = Path.of("../" + service + "-service/contracts");
        assertThat(EventContract.readExamples(
                        contracts, InformationDisclosed.type(service), InformationDisclosed.class))
                .isNotEmpty();
        assertThat(EventContract.readExamples(contracts, DisclosureRefused.type(service), DisclosureRefused.class))
                .isNotEmpty();
    }

    @Test
    void disclosureIsInTheAccountOnceHoweverOftenItIsTold() {
        // given
        var id = UUID.randomUUID();
        var data = new HashMap<String, Object>();
        data.put("disclosureId", id);
        data.put("patientId", patientId);
        data.put("recipientId", recipientId);
        data.put("dataClasses", List.of("ATTENDANCE"));
        data.put("resource", "Appointment");
        data.put("count", 3);
        data.put("purpose", "TREATMENT");
        data.put("consentIds", List.of(UUID.randomUUID()));
        data.put("noticeVersion", "2024-1");
        data.put("disclosedTo", Desk.ehr(RIVERSIDE));
        data.put("requestId", UUID.randomUUID());
        data.put("occurredAt", "2026-11-02T13:00:00Z");
        var event = KafkaProbe.event(InformationDisclosed.type("scheduling"), id, RIVERSIDE, data);

        // when
        publish(event, event);

        // then
        await().untilAsserted(() -> Desk.as(RIVERSIDE, IntakeRoles.COMPLIANCE_OFFICER)
                .get("/api/patients/{id}/disclosures", patientId)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id.toString()))
                .body("items[0].what", equalTo("3 × Appointment (FHIR)"))
                .body("items[0].basis", equalTo("CONSENT"))
                .body("items[0].channel", equalTo("API"))
                .body("items[0].disclosedAt", equalTo("2026-11-02T13:00:00Z")));
    }

    @Test
    void refusalIsAmongTheRefusals() {
        // given
        var id = UUID.randomUUID();
        var data = Map.of(
                "refusalId",
                id,
                "patientId",
                patientId,
                "dataClass",
                "ATTENDANCE",
                "operation",
                "GET AppointmentProvider#read",
                "reasons",
                List.of("CLIENT_NOT_REGISTERED"),
                "refusedTo",
                "somebody",
                "requestId",
                UUID.randomUUID(),
                "occurredAt",
                java.time.Instant.now().toString());

        // when
        publish(KafkaProbe.event(DisclosureRefused.type("scheduling"), id, RIVERSIDE, data));

        // then
        await().untilAsserted(() -> Desk.as(RIVERSIDE, IntakeRoles.COMPLIANCE_OFFICER)
                .queryParam("patientId", patientId)
                .get("/api/refused-disclosures")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id.toString())))
                .body("items[0].client", equalTo("somebody"))
                .body("items[0].dataClass", equalTo("ATTENDANCE")));
    }

    private static void publish(KafkaProbe.Event... events) {
        try (var kafka = KafkaProbe.connect()) {
            for (var event : events) {
                kafka.publish(TOPIC, event);
            }
        }
    }
}
