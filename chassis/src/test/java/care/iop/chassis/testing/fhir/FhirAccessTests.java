package care.iop.chassis.testing.fhir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.testing.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who gets in at a FHIR face: each of its operations in the OpenAPI document. One that the table doesn't list fails. */
public abstract class FhirAccessTests {

    private static final String ORGANIZATION = "riverside";

    private static final Set<String> OPEN = Set.of("readCapabilities", "readSmartConfiguration");

    private static final List<String> ROLES = List.of(
            "intake-coordinator",
            "clinician",
            "scheduler",
            "program-director",
            "analyst",
            "compliance-officer",
            "patient");

    private final String context;
    private final Map<String, Set<String>> allowed;
    private final List<String> scopes;

    /**
     * @param context where the service is, such as {@code /timetable}
     * @param allowed the scopes that open each operation
     */
    protected FhirAccessTests(String context, Map<String, Set<String>> allowed) {
        this.context = context;
        this.allowed = Map.copyOf(allowed);
        this.scopes = Stream.concat(
                        allowed.values().stream().flatMap(Set::stream),
                        Stream.of(
                                "system/Patient.rs", "system/Appointment.c", "system/Observation.c", "system/*.cruds"))
                .distinct()
                .sorted()
                .toList();
    }

    /** The scopes of one type that open its reads. */
    protected static Set<String> reads(String type) {
        return Set.of("system/" + type + ".r", "system/" + type + ".rs");
    }

    /** The scopes of one type that open its searches. */
    protected static Set<String> searches(String type) {
        return Set.of("system/" + type + ".s", "system/" + type + ".rs");
    }

    /** The scope of one type that opens its creation. */
    protected static Set<String> creates(String type) {
        return Set.of("system/" + type + ".c");
    }

    /** The scope of one type that opens its update. */
    protected static Set<String> updates(String type) {
        return Set.of("system/" + type + ".u");
    }

    /** The operations that anybody may call. */
    protected Set<String> open() {
        return OPEN;
    }

    /** Whether the table is about the operations at this path. */
    protected boolean isAbout(String path) {
        return true;
    }

    @Test
    void tableListsEveryOperation() {
        var expected = new TreeSet<>(allowed.keySet());
        expected.addAll(open());
        assertThat(operations().keySet()).isEqualTo(expected);
    }

    @Test
    void nothingWithoutAValidToken() {
        guarded().forEach((id, operation) -> {
            for (var refused : List.of(
                    TestTokens.expired(ORGANIZATION, "scheduler"),
                    TestTokens.wrongAudience(ORGANIZATION, "scheduler"),
                    TestTokens.wrongIssuer(ORGANIZATION, "scheduler"),
                    TestTokens.wrongKey(ORGANIZATION, "scheduler"))) {
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
                .forEach((id, operation) -> scopes.forEach(scope -> {
                    var response = call(given().auth().oauth2(TestTokens.system(ORGANIZATION, scope)), operation);
                    if (allowed.get(id).contains(scope)) {
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
                            ? TestTokens.forPatient(ORGANIZATION, UUID.randomUUID())
                            : TestTokens.bearer(ORGANIZATION, role);
                    assertThat(call(given().auth().oauth2(token), operation).statusCode())
                            .as(id + " as " + role)
                            .isEqualTo(403);
                }));
    }

    private static Response call(RequestSpecification request, Operation operation) {
        var path = operation.path().replace("{id}", UUID.randomUUID().toString());
        if (operation.method().equals("PUT")) {
            return request.contentType("application/fhir+json").body("{}").put(path);
        }
        if (operation.method().equals("POST") && !path.endsWith("/_search")) {
            return request.contentType("application/fhir+json").body("{}").post(path);
        }
        if (operation.method().equals("POST")) {
            return request.formParam("patient", UUID.randomUUID().toString()).post(path);
        }
        // An operation of FHIR has a $ in its path, which stays what it is.
        return (operation.path().contains("{id}") ? request : request.queryParam("patient", UUID.randomUUID()))
                .urlEncodingEnabled(false)
                .get(path);
    }

    private Map<String, Operation> guarded() {
        var operations = operations();
        operations.keySet().removeAll(open());
        return operations;
    }

    private Map<String, Operation> operations() {
        Map<String, Map<String, Object>> paths = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        var operations = new TreeMap<String, Operation>();
        paths.forEach((path, methods) -> methods.forEach((method, described) -> {
            if (path.startsWith(context + "/fhir/") && isAbout(path) && described instanceof Map<?, ?> operation) {
                operations.put(
                        String.valueOf(operation.get("operationId")),
                        new Operation(method.toUpperCase(Locale.ROOT), path.substring(context.length())));
            }
        }));
        return operations;
    }

    /** One operation of the document. */
    private record Operation(String method, String path) {}
}
