package care.iop.chassis.testing.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each rule has seen a class that breaks it. The bad classes are compiled here from text: as classes of the test tree,
 * Quarkus would take their entities and endpoints for real ones.
 */
class ArchitectureRulesTest {

    private static final String GOOD_ENTITY = """
            package town.bakery.loaf;
            @jakarta.persistence.Entity
            class Loaf {
                @jakarta.persistence.Id private int id;
                @care.iop.chassis.caller.OfOrganization private String organizationId;
                java.time.Instant bakedAt(java.time.Clock clock) { return java.time.Instant.now(clock); }
                String sold() { return id + organizationId; }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void goodServicePasses() {
        // given
        var sources = List.of(
                GOOD_ENTITY,
                """
                package town.bakery.loaf;
                @jakarta.ws.rs.Path("/loaves")
                class LoafResource {
                    private final java.time.Clock clock;
                    LoafResource(java.time.Clock clock) { this.clock = clock; }
                    Object list() { return new Loaf().bakedAt(clock); }
                }
                """,
                """
                package town.bakery.fhir;
                @jakarta.ws.rs.Path("/fhir/ServiceRequest")
                class ServiceRequestProvider { }
                """,
                "package town.chassis.id; public class Ids { public static int next() { return 1; } }",
                "package town.bakery.oven; class Oven { int id = town.chassis.id.Ids.next(); }",
                "package town.bakery.oven; class Preheat { public static void main(String[] args) { System.out.println(); } }");

        // when
        var violations = serviceViolations(sources);

        // then
        assertEquals(List.of(), violations);
    }

    @Test
    void goodChassisPasses() {
        // given
        var sources = List.of(
                "package town.chassis.outbox; class OutboxRelay { private int backlog; int backlog() { return backlog; } }",
                "package town.chassis.caller; class Caller { static final String PATIENT_CLAIM = \"patient\"; String patient() { return PATIENT_CLAIM; } }");

        // when
        var violations = chassisViolations(sources);

        // then
        assertEquals(List.of(), violations);
    }

    @Test
    void noClassesAreNoProof() {
        // given
        var compiled = compiled(List.of("package town.dairy; class Cow { }"));

        // when
        var refusal = assertThrows(AssertionError.class, () -> ArchitectureRules.in(compiled, "town", "bakery"));

        // then
        assertTrue(refusal.getMessage().contains("rules over nothing prove nothing"));
    }

    @Test
    void siblingDependencyFails() {
        assertServiceFails(
                "a service depends on no other service",
                "package town.dairy; public class Cow { }",
                "package town.bakery.loaf; class Butter { town.dairy.Cow from; }");
    }

    @Test
    void featureCycleFails() {
        assertServiceFails(
                "feature packages have no cycles",
                "package town.bakery.loaf; public class Crumb { town.bakery.oven.Heat heat; }",
                "package town.bakery.oven; public class Heat { town.bakery.loaf.Crumb crumb; }");
    }

    @Test
    void dependencyOnFhirFails() {
        assertServiceFails(
                "nothing but a fhir package depends on fhir packages or HAPI",
                "package town.bakery.fhir; public class Mapping { }",
                "package town.bakery.loaf; class Crumb { town.bakery.fhir.Mapping mapping; }");
    }

    @Test
    void dependencyOnHapiFails() {
        assertServiceFails(
                "nothing but a fhir package depends on fhir packages or HAPI",
                "package ca.uhn.fhir.context; public class FhirContext { }",
                "package town.bakery.loaf; class Crumb { ca.uhn.fhir.context.FhirContext context; }");
    }

    @Test
    void fhirWordOutsideFhirFails() {
        assertServiceFails(
                "FHIR words stay in fhir packages", "package town.bakery.loaf; class ServiceRequestReader { }");
    }

    @Test
    void entityWithoutTenantFails() {
        assertServiceFails(
                "every entity belongs to an organization",
                GOOD_ENTITY.replace("@care.iop.chassis.caller.OfOrganization ", ""));
    }

    @Test
    void entityWithPublicFieldFails() {
        assertServiceFails("entities have no public fields", GOOD_ENTITY.replace("private int id", "public int id"));
    }

    @Test
    void emptyNamesFail() {
        for (var name : List.of(
                "LoafDto",
                "LoafDTO",
                "LoafServiceImpl",
                "LoafUtil",
                "LoafUtils",
                "LoafHelper",
                "LoafManager",
                "LoafBase",
                "BaseLoaf")) {
            assertServiceFails("no class is a Dto", "package town.bakery.loaf; class " + name + " { }");
        }
    }

    @Test
    void fieldInjectionFails() {
        for (var annotation : List.of(
                "@jakarta.inject.Inject",
                "@org.eclipse.microprofile.config.inject.ConfigProperty",
                "@jakarta.persistence.PersistenceContext")) {
            assertServiceFails(
                    "injection is by constructor",
                    "package town.bakery.loaf; class Crumb { " + annotation + " Object oven; }");
        }
    }

    @Test
    void sleepFails() {
        assertServiceFails("nothing sleeps", method("Thread.sleep(1)"));
    }

    @Test
    void printingFails() {
        assertServiceFails("nothing prints to the console", method("System.out.println()"));
        assertServiceFails("nothing prints to the console", method("System.err.println()"));
        assertServiceFails("nothing prints to the console", method("new IllegalStateException().printStackTrace()"));
    }

    @Test
    void timeWithoutClockFails() {
        for (var call : List.of(
                "java.time.Instant.now()",
                "java.time.LocalDate.now()",
                "java.time.LocalDate.now(java.time.ZoneOffset.UTC)",
                "java.time.ZonedDateTime.now()",
                "java.time.YearMonth.now()",
                "System.currentTimeMillis()",
                "new java.util.Date()")) {
            assertServiceFails("time comes from an injected Clock", method(call));
        }
    }

    @Test
    void clockOfOneselfFails() {
        assertServiceFails("the Clock is injected", method("java.time.Clock.systemUTC()"));
    }

    @Test
    void idOfOneselfFails() {
        assertServiceFails("ids come from Ids", method("java.util.UUID.randomUUID()"));
    }

    @Test
    void javaUtilLoggingFails() {
        assertServiceFails("logging is not by java.util.logging", method("java.util.logging.Logger.getGlobal()"));
    }

    @Test
    void endpointsWithOtherNamesFail() {
        assertServiceFails(
                "endpoints end in Resource",
                "package town.bakery.loaf; @jakarta.ws.rs.Path(\"/\") class LoafController { }");
        assertServiceFails(
                "endpoints end in Resource",
                "package town.bakery.loaf; @jakarta.ws.rs.Path(\"/\") class LoafProvider { }");
    }

    @Test
    void clinicalWordsInTheChassisFail() {
        for (var declaration : List.of(
                "class PatientFilter { }",
                "class Filter { void readPatient() { } }",
                "class Filter { String referralSource; }",
                "enum Filter { CONSENT_MISSING }",
                "class OtherCaller { String patient() { return \"\"; } }")) {
            assertChassisFails("the chassis knows no clinical word", "package town.chassis.http; " + declaration);
        }
        assertChassisFails("the chassis knows no clinical word", "package town.chassis.roster; class Week { }");
    }

    @Test
    void chassisDependingOnAServiceFails() {
        assertChassisFails(
                "the chassis depends on no service",
                "package town.bakery.loaf; public class Crumb { }",
                "package town.chassis.http; class Filter { town.bakery.loaf.Crumb crumb; }");
    }

    private void assertServiceFails(String rule, String... sources) {
        assertBrokenAlone(rule, serviceViolations(List.of(sources)));
    }

    private void assertChassisFails(String rule, String... sources) {
        assertBrokenAlone(rule, chassisViolations(List.of(sources)));
    }

    private static void assertBrokenAlone(String rule, List<String> violations) {
        assertTrue(!violations.isEmpty(), () -> "nothing breaks: " + rule);
        assertTrue(
                violations.stream().allMatch(violation -> violation.startsWith(rule)),
                () -> rule + ", but: " + violations);
    }

    private List<String> serviceViolations(List<String> sources) {
        var rules = ArchitectureRules.in(compiled(sources), "town", "bakery");
        return rules.violations(rules.serviceRules());
    }

    private List<String> chassisViolations(List<String> sources) {
        var rules = ArchitectureRules.in(compiled(sources), "town", "chassis");
        return rules.violations(rules.chassisRules());
    }

    private static String method(String call) {
        return "package town.bakery.loaf; class Crumb { void crumble() throws Exception { " + call + "; } }";
    }

    private Path compiled(List<String> sources) {
        try {
            var written = Files.createTempDirectory(folder, "sources");
            var compiled = Files.createTempDirectory(folder, "classes");
            var files = new ArrayList<Path>();
            for (var source : sources) {
                var name = source.replaceAll("(?s).*?(class|enum) (\\w+).*", "$2");
                files.add(Files.writeString(
                        Files.createDirectory(written.resolve("s" + files.size()))
                                .resolve(name + ".java"),
                        source));
            }
            var compiler = ToolProvider.getSystemJavaCompiler();
            var output = new StringWriter();
            try (var manager = compiler.getStandardFileManager(null, null, null)) {
                var options = List.of(
                        "-proc:none",
                        "-nowarn",
                        "-d",
                        compiled.toString(),
                        "-cp",
                        System.getProperty("java.class.path"));
                var task = compiler.getTask(
                        output, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files));
                assertTrue(task.call(), output::toString);
            }
            return compiled;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
