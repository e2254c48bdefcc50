package care.iop.scheduling.fhir;

import static io.restassured.RestAssured.given;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import care.iop.scheduling.Database;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The one EHR of each organization, and what intake tells of the consents that name it. */
final class Machines {

    private static final String[] SCOPES = {"system/Appointment.rs", "system/Encounter.rs"};

    private static final String TOPIC = "intake.consent.v1";

    private Machines() {}

    /** The recipient that the organization's EHR belongs to. */
    static UUID hospital(String organization) {
        return UUID.nameUUIDFromBytes(("hospital of " + organization).getBytes(StandardCharsets.UTF_8));
    }

    private static String subject(String organization) {
        return UUID.nameUUIDFromBytes(("ehr-" + organization).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Registers the EHR for treatment, or takes it out of the registry; versions are moments, so that the last one holds. */
    static void register(Database database, String organization, boolean active) {
        tell(
                database,
                organization,
                "recipient-changed",
                hospital(organization),
                System.currentTimeMillis(),
                Map.of(
                        "recipientId", hospital(organization),
                        "classes", List.of("TREATING_PROVIDERS"),
                        "purposes", List.of("TREATMENT"),
                        "participatesIn", List.of(),
                        "clientSubject", subject(organization),
                        "active", active,
                        "occurredAt", Instant.now().toString()));
    }

    /** Tells that the person signed that the EHR may read appointments. */
    static UUID consent(Database database, String organization, UUID patient) {
        var consent = UUID.randomUUID();
        tell(database, organization, "consent-changed", consent, 1, terms(organization, consent, patient, Map.of()));
        return consent;
    }

    /** The data of an event of a consent, with changes. */
    static Map<String, Object> terms(String organization, UUID consent, UUID patient, Map<String, Object> changes) {
        var terms = new HashMap<String, Object>();
        terms.put("consentId", consent);
        terms.put("patientId", patient);
        terms.put("kind", "SPECIFIC");
        terms.put("status", "ACTIVE");
        terms.put("recipients", List.of(hospital(organization)));
        terms.put("recipientClasses", List.of());
        terms.put("intermediaries", List.of());
        terms.put("dataClasses", List.of("ATTENDANCE"));
        terms.put("purposes", List.of("TREATMENT"));
        terms.put("signedAt", "2026-09-01T14:05:00Z");
        terms.put("occurredAt", "2026-09-01T14:06:00Z");
        terms.putAll(changes);
        return terms;
    }

    /** Tells a fact and waits until scheduling has taken it in. */
    static void tell(
            Database database, String organization, String fact, UUID subject, long version, Map<String, Object> data) {
        database.awaitHandled(publish(organization, fact, subject, version, data));
    }

    /** Tells a fact and doesn't wait. */
    static UUID publish(String organization, String fact, UUID subject, long version, Map<String, Object> data) {
        try (var kafka = KafkaProbe.connect()) {
            var event = KafkaProbe.event("care.iop.intake." + fact + ".v1", subject, organization, data)
                    .withVersion(version);
            kafka.publish(TOPIC, event);
            return event.id();
        }
    }

    /** A request of the organization's EHR. */
    static RequestSpecification ehr(String organization) {
        return given().auth().oauth2(TestTokens.system(organization, SCOPES));
    }
}
