package care.iop.scheduling.fhir;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.testing.TestTokens;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who gets in at the FHIR face: each of its operations in the OpenAPI document. One that the table doesn't list fails. */
@ServiceTest
class FhirAccessTest {

    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "readAppointment", Set.of("system/Appointment.r", "system/Appointment.rs"),
            "searchAppointments", Set.of("system/Appointment.s", "system/Appointment.rs"),
            "searchAppointmentsByPost", Set.of("system/Appointment.s", "system/Appointment.rs"),
            "readEncounter", Set.of("system/Encounter.r", "system/Encounter.rs"),
            "searchEncounters", Set.of("system/Encounter.s", "system/Encounter.rs"),
            "searchEncountersByPost", Set.of("system/Encounter.s", "system/Encounter.rs"));

    private static final Set<String> OPEN = Set.of("readCapabilities", "readSmartConfiguration");

    private static final List<String> SCOPES = List.of(
            "system/Appointment.r",
            "system/Appointment.s",
            "system/Appointment.rs",
            "system/Appointment.c",
            "system/Encounter.r",
            "system/Encounter.s",
            "system/Encounter.rs",
            "system/Patient.rs",
            "system/*.cruds");

    private static final List<String> ROLES = List.of(
            "intake-coordinator",
            "clinician",
            "scheduler",
            "program-director",
            "analyst",
            "compliance-officer",
            "patient");

    @Test
    void tableListsEveryOperation() {
        var expected = new java.util.TreeSet<>(ALLOWED.keySet());
        expected.addAll(OPEN);
        assertThat(operations().keySet()).isEqualTo(expected);
    }

    @Test
    void nothingWithoutAValidToken() {
        guarded().forEach((id, operation) -> {
            for (var refused : List.of(
                    TestTokens.expired(RIVERSIDE, "scheduler"),
                    TestTokens.wrongAudience(RIVERSIDE, "scheduler"),
                    TestTokens.wrongIssuer(RIVERSIDE, "scheduler"),
                    TestTokens.wrongKey(RIVERSIDE, "scheduler"))) {
                assertThat(call(given().auth().oauth2(refused), operation).statusCode())
                        .as(id)
                        .isEqualTo(401);
            }
            var response = call(given(), operation);
            assertThat(response.statusCode()).as(id).isEqualTo(401);
            assertThat(response.<String>path("resourceType")).isEqualTo("OperationOutcome");
        });
    }

    @Test
    void onlyTheListedScopesGetIn() {
        guarded()
                .forEach((id, operation) -> SCOPES.forEach(scope -> {
                    var response = call(given().auth().oauth2(TestTokens.system(RIVERSIDE, scope)), operation);
                    if (ALLOWED.get(id).contains(scope)) {
                        assertThat(response.statusCode())
                                .as(id + " with " + scope)
                                .isNotIn(401, 403, 500);
                    } else {
                        assertThat(response.statusCode())
                                .as(id + " with " + scope)
                                .isEqualTo(403);
                    }
                }));
    }

    @Test
    void noRoleOfAPersonGetsIn() {
        guarded()
                .forEach((id, operation) -> ROLES.forEach(role -> {
                    var token = role.equals("patient")
                            ? TestTokens.forPatient(RIVERSIDE, UUID.randomUUID())
                            : TestTokens.bearer(RIVERSIDE, role);
                    assertThat(call(given().auth().oauth2(token), operation).statusCode())
                            .as(id + " as " + role)
                            .isEqualTo(403);
                }));
    }

    private static Response call(RequestSpecification request, Operation operation) {
        var path = operation.path().replace("{id}", UUID.randomUUID().toString());
        if (operation.method().equals("POST")) {
            return request.formParam("patient", UUID.randomUUID().toString()).post(path);
        }
        return (operation.path().contains("{id}") ? request : request.queryParam("patient", UUID.randomUUID()))
                .get(path);
    }

    private static Map<String, Operation> guarded() {
        var operations = operations();
        operations.keySet().removeAll(OPEN);
        return operations;
    }

    private static Map<String, Operation> operations() {
        Map<String, Map<String, Object>> paths = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        var operations = new TreeMap<String, Operation>();
        paths.forEach((path, methods) -> methods.forEach((method, described) -> {
            if (path.startsWith("/scheduling/fhir/") && described instanceof Map<?, ?> operation) {
                operations.put(
                        String.valueOf(operation.get("operationId")),
                        new Operation(method.toUpperCase(Locale.ROOT), path.replaceFirst("^/scheduling", "")));
            }
        }));
        return operations;
    }

    /** One operation of the document. */
    private record Operation(String method, String path) {}
}
