package care.iop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.NpmPackageValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services answered in their tests is FHIR R4, and US Core where their capability statements say so. */
class ConformanceTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final List<String> SERVICES = List.of("intake-service", "scheduling-service", "progress-service");
    private static final FhirContext FHIR = FhirContext.forR4();

    private static FhirValidator validator;

    @BeforeAll
    static void prepare() throws IOException {
        var usCore = new NpmPackageValidationSupport(FHIR);
        usCore.loadPackageFromClasspath("classpath:us-core-6.1.0.tgz");
        var definitions = new ValidationSupportChain(
                new DefaultProfileValidationSupport(FHIR),
                usCore,
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR));
        validator = FHIR.newValidator().registerValidatorModule(new FhirInstanceValidator(definitions));
    }

    static Stream<Path> answers() throws IOException {
        var answers = new TreeSet<Path>();
        for (var service : SERVICES) {
            answers.addAll(answersOf(service));
        }
        return answers.stream();
    }

    private static Set<Path> answersOf(String service) throws IOException {
        var folder = ROOT.resolve(service).resolve("target/fhir");
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var files = Files.list(folder)) {
            return files.collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answerIsValid(Path answer) throws IOException {
        assertThat(faults(Files.readString(answer))).as(answer.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake-service", "scheduling-service", "progress-service"})
    void statementIsValidAndEveryClaimHasAnAnswer(String service) throws IOException {
        // given
        var committed = ROOT.resolve(service).resolve("contracts/capability-statement.json");
        var text = Files.readString(committed);
        var statement = FHIR.newJsonParser().parseResource(CapabilityStatement.class, text);

        // when
        var told = new TreeSet<String>();
        for (var answer : answersOf(service)) {
            var resource = (Resource) FHIR.newJsonParser().parseResource(Files.readString(answer));
            told.add(resource.fhirType());
            resource.getMeta()
                    .getProfile()
                    .forEach(profile -> told.add(resource.fhirType() + " " + profile.getValue()));
        }

        // then
        assertThat(faults(text)).as(committed.toString()).isEmpty();
        assertThat(told)
                .as("answers of the tests of " + service + " under target/fhir; run them first")
                .containsAll(claims(statement));
    }

    private static Set<String> claims(CapabilityStatement statement) {
        var claims = new TreeSet<String>();
        for (var resource : statement.getRestFirstRep().getResource()) {
            claims.add(resource.getType());
            for (CanonicalType profile : resource.getSupportedProfile()) {
                claims.add(resource.getType() + " " + profile.getValue());
            }
        }
        return claims;
    }

    @Test
    void whatIsNotUsCoreIsFound() {
        // given
        var goal = """
                {"resourceType": "Goal", "lifecycleStatus": "active",
                 "meta": {"profile": ["http://hl7.org/fhir/us/core/StructureDefinition/us-core-goal"]},
                 "description": {"text": "Evenings without alcohol"}, "subject": {"reference": "Patient/1"}}""";

        // when, then
        assertThat(faults(goal)).isEmpty();
        assertThat(faults(goal.replace("\"description\": {\"text\": \"Evenings without alcohol\"},", "")))
                .isNotEmpty();
        assertThat(faults(goal.replace("\"active\"", "\"begun\""))).isNotEmpty();
    }

    private static List<String> faults(String json) {
        return validator.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(ConformanceTest::described)
                .toList();
    }

    private static String described(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }
}
