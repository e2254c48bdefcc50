package care.iop.intake.fhir;

import static care.iop.intake.Desk.RIVERSIDE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.testing.TestTokens;
import care.iop.chassis.testing.fhir.LeakTests;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ServiceTest
class LeakTest extends LeakTests {

    private final Map<UUID, String> recordNumbers = new HashMap<>();

    private final Map<UUID, Map<String, String>> resources = new HashMap<>();

    @Override
    protected RequestSpecification ehr() {
        return given().auth()
                .oauth2(TestTokens.system(
                        RIVERSIDE,
                        "system/Patient.rs",
                        "system/ServiceRequest.rs",
                        "system/ServiceRequest.r",
                        "system/ServiceRequest.c",
                        "system/EpisodeOfCare.rs",
                        "system/Coverage.rs",
                        "system/Consent.rs",
                        "system/Task.rs"));
    }

    @Override
    protected int leastProbes() {
        return 51;
    }

    /** A referral by the record here: whoever could be referred so would be known to be here. */
    @Override
    protected Response write(String type, String interaction, Person person) {
        assertThat(type + "." + interaction).isEqualTo("ServiceRequest.create");
        return ehr().contentType(Bundles.FHIR_JSON)
                .body(SentRequests.of(request -> {
                    request.remove("contained");
                    request.withObject("/subject").put("reference", "Patient/" + person.patientId());
                }))
                .post("/fhir/{type}", type);
    }

    @Override
    protected void consent(UUID patientId) {
        var consent = Desk.consent(Desk.ehrAsRecipient(RIVERSIDE));
        consent.put("dataClasses", List.of("DEMOGRAPHICS", "REFERRAL", "ENROLLMENT", "BENEFITS"));
        resources.get(patientId).put("Consent", Desk.signConsent(RIVERSIDE, patientId.toString(), consent));
    }

    @Override
    protected boolean isOfPersons(String type) {
        return !List.of("HealthcareService", "Location", "Subscription").contains(type);
    }

    @Override
    protected String personParameter(String type) {
        return type.equals("Patient") ? "_id" : super.personParameter(type);
    }

    /** Whom an EHR referred with a policy, and who was admitted. */
    @Override
    protected Person somebody() {
        var sent = Bundles.send(RIVERSIDE, Bundles.complete());
        Desk.step(RIVERSIDE, sent.referralId(), "screening").statusCode(200);
        Desk.place(RIVERSIDE, sent.referralId(), "2.1").statusCode(201);
        String admission = Desk.coordinator(RIVERSIDE)
                .body(Desk.admission(sent.referralId()))
                .post("/api/admissions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var patient = UUID.fromString(sent.patientId());
        recordNumbers.put(
                patient,
                Desk.coordinator(RIVERSIDE)
                        .get("/api/patients/{id}", patient)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("identifiers[0].value"));
        // Not the hospital's to know: it is told of none but those that name it.
        var other = Desk.signConsent(RIVERSIDE, patient.toString(), Desk.consent(anotherRecipient()));
        resources.put(
                patient,
                new HashMap<>(Map.of(
                        "Patient", sent.patientId(),
                        "ServiceRequest", sent.referralId(),
                        "Task", sent.referralId(),
                        "EpisodeOfCare", admission,
                        "Coverage", sent.insurancePolicyId(),
                        "Consent", other)));
        return new Person(patient, resources.get(patient));
    }

    private static String anotherRecipient() {
        return Desk.as(RIVERSIDE, IntakeRoles.COMPLIANCE_OFFICER)
                .body(Map.of(
                        "name", "Example Clinic " + UUID.randomUUID(),
                        "classes", List.of("TREATING_PROVIDERS"),
                        "purposes", List.of("TREATMENT")))
                .post("/api/recipients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Override
    protected List<String> values(String type, String parameter, Person person) {
        return switch (parameter) {
            case "patient" -> List.of(person.patientId().toString(), "Patient/" + person.patientId());
            case "_id" ->
                List.of(
                        type.equals("Patient")
                                ? person.patientId().toString()
                                : person.resources().get(type));
            case "identifier" ->
                List.of(Desk.MRN + "|" + recordNumbers.getOrDefault(person.patientId(), "MRN-" + UUID.randomUUID()));
            case "status" ->
                switch (type) {
                    case "ServiceRequest" -> List.of("completed", "active,completed,revoked");
                    case "Task" -> List.of("completed", "received,completed");
                    case "EpisodeOfCare" -> List.of("active", "onhold,active");
                    default -> List.of("active");
                };
            case "code" -> List.of("fulfill", "http://hl7.org/fhir/CodeSystem/task-code|fulfill");
            // No Task names an owner, so that no value would find one.
            case "owner" -> List.of();
            case "name" -> List.of("Example", "avery ex");
            case "birthdate" -> List.of("1988-04-17", "eq1988-04-17");
            case "authored", "modified", "period" -> List.of("ge2026-01-01", "lt2999");
            case "_lastUpdated" -> List.of("gt2026-01-01T00:00:00Z", "lt2999-01-01T00:00:00Z");
            default -> throw new AssertionError("a new search parameter needs values to probe with: " + parameter);
        };
    }
}
