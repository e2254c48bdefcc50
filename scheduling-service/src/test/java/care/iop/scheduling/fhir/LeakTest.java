package care.iop.scheduling.fhir;

import static care.iop.scheduling.Clinic.RIVERSIDE;

import care.iop.chassis.testing.fhir.Hospital;
import care.iop.chassis.testing.fhir.LeakTests;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@ServiceTest
class LeakTest extends LeakTests {

    private static final LocalDate SATURDAY = Clinic.lastWeek().plusDays(5);

    @Inject
    Database database;

    private String slot = "";

    private Hospital hospital() {
        return Machines.hospital(database, RIVERSIDE);
    }

    @Override
    protected RequestSpecification ehr() {
        return hospital().ehr();
    }

    @Override
    protected int leastProbes() {
        return 31;
    }

    @Override
    protected boolean isOfPersons(String type) {
        return Set.of("Appointment", "Encounter").contains(type);
    }

    @Override
    protected Response write(String type, String interaction, Person person) {
        var request = ehr().contentType("application/fhir+json");
        if (interaction.equals("create")) {
            return request.body(Booked.appointment(slot, person.patientId())).post("/fhir/{type}", type);
        }
        var id = person.resources().get(type);
        return request.header("If-Match", "*")
                .body(Map.of("resourceType", type, "id", id, "status", "cancelled"))
                .put("/fhir/{type}/{id}", type, id);
    }

    @Override
    protected void consent(UUID patientId) {
        hospital().register(true);
        hospital().consent(patientId);
    }

    /** With a session of last week that the client came to: told as every type. */
    @Override
    protected Person somebody() {
        var client = Clinic.admitAvailable(Clinic.demoProgram(RIVERSIDE), "08:00", "13:00");
        slot = client.program().series().get("CHECK_IN") + "." + SATURDAY.plusWeeks(5);
        String booking = Clinic.book(client, client.program().series().get("CHECK_IN"), SATURDAY)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Clinic.clinician(RIVERSIDE)
                .body(Map.of("code", "ATTENDED"))
                .post("/api/bookings/{id}/attendance", booking)
                .then()
                .statusCode(201);
        return new Person(client.patientId(), Map.of("Appointment", booking, "Encounter", booking));
    }

    @Override
    protected List<String> values(String type, String parameter, Person person) {
        return switch (parameter) {
            case "patient" -> List.of(person.patientId().toString(), "Patient/" + person.patientId());
            case "date" -> List.of(SATURDAY.toString(), "ge" + SATURDAY, "le" + SATURDAY + "T23:59:59Z", "lt2999");
            case "status" ->
                type.equals("Encounter")
                        ? List.of("finished")
                        : List.of("fulfilled", "booked,cancelled,noshow,fulfilled");
            case "service-type", "type" ->
                List.of("CHECK_IN", AppointmentMapping.KIND_SYSTEM + "|CHECK_IN", "GROUP,CHECK_IN");
            case "_id" -> List.of(person.resources().get(type));
            case "_lastUpdated" -> List.of("gt2026-01-01T00:00:00Z", "lt2999-01-01T00:00:00Z");
            default -> throw new AssertionError("a new search parameter needs values to probe with: " + parameter);
        };
    }
}
