package care.iop.progress.fhir;

import static care.iop.progress.Clinic.RIVERSIDE;

import care.iop.chassis.testing.fhir.Hospital;
import care.iop.chassis.testing.fhir.LeakTests;
import care.iop.progress.Clinic;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import care.iop.progress.assessment.Phq9;
import care.iop.progress.plan.PlanRequests;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

@ServiceTest
class LeakTest extends LeakTests {

    @Inject
    Database database;

    @Inject
    Clock clock;

    private Instant taken;

    @BeforeEach
    void yesterday() {
        taken = clock.instant().minus(Duration.ofDays(1));
    }

    private Hospital hospital() {
        return Machines.hospital(database, RIVERSIDE);
    }

    @Override
    protected RequestSpecification ehr() {
        return hospital().ehr();
    }

    @Override
    protected int leastProbes() {
        return 45;
    }

    @Override
    protected void consent(UUID patientId) {
        hospital().register(true);
        hospital().consent(patientId);
    }

    /** With one result and a plan of one objective. */
    @Override
    protected Person somebody() {
        var client = Clinic.admit(RIVERSIDE);
        String result = client.asSelf()
                .body(Phq9.answered(taken, "1 2 0 1 0 1 2 0 0"))
                .post("/api/patients/{id}/assessments", client.patientId())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        PlanRequests.bringIntoForce(client, PlanRequests.contentOfOneObjective());
        var plan = client.admissionId().toString();
        return new Person(
                client.patientId(),
                Map.of("Observation", result, "QuestionnaireResponse", result, "Goal", plan + ".O1", "CarePlan", plan));
    }

    @Override
    protected String absentId(String type) {
        return type.equals("Goal") ? UUID.randomUUID() + ".O1" : super.absentId(type);
    }

    @Override
    protected Response write(String type, String interaction, Person person) {
        return ehr().contentType("application/fhir+json")
                .body(Answered.phq9(person.patientId(), taken, "1 2 0 1 0 1 2 0 0"))
                .post("/fhir/{type}", type);
    }

    @Override
    protected List<String> values(String type, String parameter, Person person) {
        var day = LocalDate.ofInstant(taken, ZoneId.of("America/New_York")).toString();
        return switch (parameter) {
            case "patient" -> List.of(person.patientId().toString(), "Patient/" + person.patientId());
            case "date", "authored" -> List.of(day, "ge" + day, "le" + taken.plusSeconds(5), "lt2999");
            case "code" -> List.of("44261-6", "http://loinc.org|44261-6", "urn:care:iop:instrument|PHQ-9,other");
            case "category" ->
                type.equals("CarePlan")
                        ? List.of("assess-plan")
                        : List.of("survey", ObservationMapping.CATEGORY_SYSTEM + "|survey");
            case "questionnaire" -> List.of("urn:care:iop:instrument:phq-9");
            case "lifecycle-status" -> List.of("active", "completed,cancelled,active");
            case "status" ->
                type.equals("CarePlan")
                        ? List.of("active")
                        : List.of("completed", "amended,completed,entered-in-error");
            case "_id" -> List.of(person.resources().get(type));
            case "_lastUpdated" -> List.of("gt2026-01-01T00:00:00Z", "lt2999-01-01T00:00:00Z");
            default -> throw new AssertionError("a new search parameter needs values to probe with: " + parameter);
        };
    }
}
