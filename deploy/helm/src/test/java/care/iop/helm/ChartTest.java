package care.iop.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "full", "clinic", "network", "state"})
    void everyExampleAndProfileLintsStrictly(String name, @TempDir Path folder) throws IOException {
        // given
        var values = Chart.values(name);

        // when
        var result = Chart.lint(values, folder.resolve("iop"));

        // then
        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "full", "clinic", "network", "state"})
    void everyExampleAndProfileRendersManifestsWithoutFindings(String name) {
        // given
        var values = Chart.values(name);

        // when
        var manifests = Chart.render(values);

        // then
        assertThat(Manifests.findings(manifests, values)).isEmpty();
    }

    @Test
    void defaultsAloneAreRefusedAndSayWhatIsMissing() {
        // given
        var nothing = JsonNodeFactory.instance.objectNode();

        // when
        var refusal = assertThatThrownBy(() -> Chart.render(nothing));

        // then
        refusal.hasMessageContainingAll("tag", "bootstrapServers", "authServerUrl", "url", "existingSecret");
    }

    @ParameterizedTest
    @CsvSource({"intake, 8081, 9081", "scheduling, 8082, 9082", "progress, 8083, 9083"})
    void portsAreThoseOfTheServiceAndItsImage(String service, int http, int management) {
        // given
        var module = Path.of("../../" + service + "-service/src/main");
        var properties = Chart.read(module.resolve("resources/application.properties"));
        var image = Chart.read(module.resolve("docker/Dockerfile.jvm"));

        // when
        var container = container(Chart.render(Chart.example("minimal")), service);

        // then
        assertThat(container.findValuesAsText("containerPort"))
                .containsExactly(String.valueOf(http), String.valueOf(management));
        assertThat(variable(container, "QUARKUS_HTTP_PORT").path("value").asText())
                .isEqualTo(String.valueOf(http));
        assertThat(variable(container, "QUARKUS_MANAGEMENT_PORT").path("value").asText())
                .isEqualTo(String.valueOf(management));
        assertThat(properties.lines()).contains("quarkus.http.port=" + http, "quarkus.management.port=" + management);
        assertThat(image.lines()).contains("ARG HTTP_PORT=" + http, "ARG MANAGEMENT_PORT=" + management);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheduling", "progress"})
    void imagesDifferOnlyInNameAndPorts(String service) {
        // given
        var intake = image("intake");

        // when
        var other = image(service);

        // then
        assertThat(other).isEqualTo(intake);
    }

    @ParameterizedTest
    @CsvSource({"startupProbe, /q/health/started", "livenessProbe, /q/health/live", "readinessProbe, /q/health/ready"})
    void probesAskTheirOwnQuestion(String probe, String path) {
        // given
        var values = Chart.example("minimal");

        // when
        var container = container(Chart.render(values), "progress");

        // then
        assertThat(container.at("/" + probe + "/httpGet/path").asText()).isEqualTo(path);
    }

    @Test
    void secretsComeByTheNamesAndKeysOfTheValues() {
        // given
        var values = Chart.example("full");

        // when
        var container = container(Chart.render(values), "intake");

        // then
        assertThat(secretOf(container, "QUARKUS_DATASOURCE_USERNAME")).isEqualTo("intake-database/user");
        assertThat(secretOf(container, "QUARKUS_DATASOURCE_PASSWORD")).isEqualTo("intake-database/pass");
        assertThat(secretOf(container, "KAFKA_SASL_JAAS_CONFIG")).isEqualTo("iop-kafka-user/jaas");
        assertThat(secretOf(container, "KAFKA_SSL_TRUSTSTORE_PASSWORD")).isEqualTo("iop-kafka-ca/ca.password");
        assertThat(secretOf(container, "KAFKA_SSL_KEYSTORE_PASSWORD")).isEqualTo("iop-kafka-user/user.password");
    }

    @Test
    void digestWinsOverTag() {
        // given
        var values = Chart.example("full");

        // when
        var manifests = Chart.render(values);

        // then
        assertThat(container(manifests, "intake").path("image").asText())
                .isEqualTo("registry.example.org/clinic/iop/intake-service@sha256:" + "0123456789abcdef".repeat(4));
        assertThat(container(manifests, "progress").path("image").asText())
                .isEqualTo("registry.example.org/clinic/iop/progress-service:1.0.0");
    }

    @Test
    void mutualTlsAloneNeedsNoSaslSecret() {
        // given
        var values = Chart.example("minimal");
        values.withObject("/kafka").put("securityProtocol", "SSL").remove("sasl");

        // when
        var manifests = Chart.render(values);

        // then
        assertThat(Manifests.findings(manifests, values)).isEmpty();
        assertThat(container(manifests, "intake").at("/env").findValuesAsText("name"))
                .noneMatch(name -> name.contains("SASL"));
    }

    @Test
    void keyThatIsWrittenTwiceIsRefused() {
        // given
        var yaml = Chart.renderText(Chart.example("minimal"))
                .replaceFirst("  replicas: 2", "  replicas: 2\n  replicas: 3");

        // when
        var refusal = assertThatThrownBy(() -> Chart.parse(yaml));

        // then
        refusal.hasMessageContaining("Duplicate field 'replicas'");
    }

    private static String image(String service) {
        var file = Chart.read(Path.of("../../" + service + "-service/src/main/docker/Dockerfile.jvm"));
        return file.replaceAll("(PORT)=\\d+", "$1").replace(service, "SERVICE");
    }

    private static JsonNode container(List<JsonNode> manifests, String service) {
        return manifests.stream()
                .filter(m -> m.path("kind").asText().equals("Deployment"))
                .filter(m -> m.at("/metadata/name").asText().equals(Chart.RELEASE + "-" + service))
                .findFirst()
                .orElseThrow()
                .at("/spec/template/spec/containers/0");
    }

    private static JsonNode variable(JsonNode container, String name) {
        return StreamSupport.stream(container.path("env").spliterator(), false)
                .filter(v -> v.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String secretOf(JsonNode container, String name) {
        var reference = variable(container, name).at("/valueFrom/secretKeyRef");
        return reference.path("name").asText() + "/" + reference.path("key").asText();
    }
}
