package care.iop.chassis.testing.fhir;

import static io.restassured.RestAssured.given;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The one hospital of an organization with its EHR, and what intake tells of the consents that name it.
 *
 * @param scopes that the EHR's tokens have
 * @param dataClasses that its consents cover, unless a test says otherwise
 * @param awaitHandled waits until the service has taken an event in
 */
public record Hospital(
        String organization, List<String> scopes, List<String> dataClasses, Consumer<UUID> awaitHandled) {

    private static final String TOPIC = "intake.consent.v1";

    /** The recipient that the EHR belongs to. */
    public UUID recipientId() {
        return UUID.nameUUIDFromBytes(("hospital of " + organization).getBytes(StandardCharsets.UTF_8));
    }

    private String subject() {
        return UUID.nameUUIDFromBytes(("ehr-" + organization).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Registers the EHR for treatment, or takes it out of the registry; versions are moments, so that the last one holds. */
    public void register(boolean active) {
        tell(
                "recipient-changed",
                recipientId(),
                System.currentTimeMillis(),
                Map.of(
                        "recipientId", recipientId(),
                        "classes", List.of("TREATING_PROVIDERS"),
                        "purposes", List.of("TREATMENT"),
                        "participatesIn", List.of(),
                        "clientSubject", subject(),
                        "active", active,
                        "occurredAt", Instant.now().toString()));
    }

    /** Tells that the person signed that the EHR may read what it is for. */
    public UUID consent(UUID patient) {
        var consent = UUID.randomUUID();
        tell("consent-changed", consent, 1, terms(consent, patient, Map.of()));
        return consent;
    }

    /** The data of an event of a consent, with changes. */
    public Map<String, Object> terms(UUID consent, UUID patient, Map<String, Object> changes) {
        var terms = new HashMap<String, Object>();
        terms.put("consentId", consent);
        terms.put("patientId", patient);
        terms.put("kind", "SPECIFIC");
        terms.put("status", "ACTIVE");
        terms.put("recipients", List.of(recipientId()));
        terms.put("recipientClasses", List.of());
        terms.put("intermediaries", List.of());
        terms.put("dataClasses", dataClasses);
        terms.put("purposes", List.of("TREATMENT"));
        terms.put("signedAt", "2026-09-01T14:05:00Z");
        terms.put("occurredAt", "2026-09-01T14:06:00Z");
        terms.putAll(changes);
        return terms;
    }

    /** Tells a fact and waits until the service has taken it in. */
    public void tell(String fact, UUID subject, long version, Map<String, Object> data) {
        awaitHandled.accept(publish(fact, subject, version, data));
    }

    /** Tells a fact and doesn't wait. */
    public UUID publish(String fact, UUID subject, long version, Map<String, Object> data) {
        try (var kafka = KafkaProbe.connect()) {
            var event = KafkaProbe.event("care.iop.intake." + fact + ".v1", subject, organization, data)
                    .withVersion(version);
            kafka.publish(TOPIC, event);
            return event.id();
        }
    }

    /** A request of the EHR. */
    public RequestSpecification ehr() {
        return given().auth().oauth2(TestTokens.system(organization, scopes.toArray(String[]::new)));
    }
}
