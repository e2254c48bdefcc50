package care.iop.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes at a Gateway: the three services, and one FHIR base for all of them. */
class GatewayTest {

    private JsonNode values;
    private List<JsonNode> manifests;

    @BeforeEach
    void render() {
        values = Chart.example("gateway");
        manifests = Chart.render(values);
    }

    private Stream<JsonNode> routes() {
        return manifests.stream().filter(one -> one.path("kind").asText().equals("HTTPRoute"));
    }

    private Map<String, String> rewrites() {
        var rewrites = new TreeMap<String, String>();
        routes().forEach(route -> route.at("/spec/rules").forEach(rule -> {
            var path = rule.at("/filters/0/urlRewrite/path");
            rewrites.put(
                    rule.at("/matches/0/path/value").asText(),
                    path.path("replacePrefixMatch")
                            .asText(path.path("replaceFullPath").asText()));
        }));
        return rewrites;
    }

    @Test
    void routesTakeThePlaceOfTheIngress() {
        assertThat(Manifests.findings(manifests, values)).isEmpty();
        assertThat(routes()).hasSize(3);
        assertThat(manifests).noneMatch(one -> one.path("kind").asText().equals("Ingress"));
        assertThat(rewrites()).containsEntry("/intake", "").containsEntry("/progress", "");
    }

    @Test
    void everyFhirTypeGoesToTheServiceThatKnowsIt() throws IOException {
        // given
        var expected = new TreeMap<>(Map.of(
                "/fhir", "/intake/fhir",
                "/fhir/metadata", "/intake/fhir/suite/metadata",
                "/fhir/.well-known/smart-configuration", "/intake/fhir/suite/.well-known/smart-configuration",
                "/fhir/CoverageEligibilityResponse", "/intake/fhir/CoverageEligibilityResponse"));
        for (var service : List.of("intake", "scheduling", "progress")) {
            var statement = Path.of("..", "..", service + "-service", "contracts", "capability-statement.json");
            for (var resource : new ObjectMapper().readTree(statement.toFile()).at("/rest/0/resource")) {
                var type = resource.path("type").asText();
                // The program's own services and places, which scheduling has, come before a directory of others'.
                expected.put("/fhir/" + type, "/" + service + "/fhir/" + type);
            }
        }

        // when
        var rewrites = rewrites();
        rewrites.keySet().removeIf(path -> !path.startsWith("/fhir"));

        // then
        assertThat(rewrites).isEqualTo(expected);
    }

    @Test
    void intakeAloneIsGivenTheSigningKey() {
        var told = manifests.stream()
                .filter(one -> one.path("kind").asText().equals("Deployment"))
                .filter(one -> one.toString().contains("IOP_NOTIFICATIONS_SIGNING_KEY"))
                .map(Manifests::name)
                .toList();
        assertThat(told).hasSize(1).allMatch(name -> name.endsWith("intake"));
    }

    @ParameterizedTest
    @CsvSource({"leads nowhere", "management port", "without a Gateway", "sectionname"})
    void plantedMistakeIsFound(String mistake) {
        // given
        var route = routes().findFirst().orElseThrow();
        var backend = (ObjectNode) route.at("/spec/rules/1/backendRefs/0");
        switch (mistake) {
            case "leads nowhere" -> backend.put("name", "other");
            case "management port" -> backend.put("port", backend.path("port").asInt() + 1000);
            case "without a Gateway" -> ((ArrayNode) route.at("/spec/parentRefs")).removeAll();
            default -> ((ObjectNode) route.at("/spec/parentRefs/0")).put("sectionname", "https");
        }

        // when, then
        assertThat(Manifests.findings(manifests, values)).anyMatch(finding -> finding.contains(mistake));
    }
}
