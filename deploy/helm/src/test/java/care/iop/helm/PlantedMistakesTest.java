package care.iop.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of {@link Manifests} has been seen to fail: one mistake is planted in good manifests, and found. */
class PlantedMistakesTest {

    private final ObjectNode values = Chart.example("full");
    private List<JsonNode> manifests = List.of();

    @BeforeEach
    void renderGoodManifests() {
        manifests = Chart.render(values);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /spec/selector/matchLabels/app.kubernetes.io~1name                       | "other"       | selector doesn't match
            /spec/template/metadata/labels/app.kubernetes.io~1instance               | "other"       | topology spread doesn't match
            /spec/template/spec/automountServiceAccountToken                         |               | service account's token
            /spec/template/spec/automountServiceAccountToken                         | true          | service account's token
            /spec/template/spec/enableServiceLinks                                   |               | variables from other Services
            /spec/template/spec/securityContext/seccompProfile/type                  | "Unconfined"  | seccomp
            /spec/template/spec/securityContext/runAsNonRoot                         | false         | may run as root
            /spec/template/spec/securityContext/runAsUser                            | 0             | may run as root
            /spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem  |               | root file system is writable
            /spec/template/spec/containers/0/securityContext/allowPrivilegeEscalation|               | may escalate privileges
            /spec/template/spec/containers/0/securityContext/capabilities/drop       | ["CHOWN"]     | keeps capabilities
            /spec/template/spec/containers/0/securityContext/capabilities/add        | ["NET_ADMIN"] | keeps capabilities
            /spec/template/spec/containers/0/securityContext/runAsUser               | 0             | overrides the pod's user
            /spec/template/spec/containers/0/image                                   | "iop/x:latest"| image isn't pinned
            /spec/template/spec/containers/0/image                                   | "iop/x"       | image isn't pinned
            /spec/template/spec/containers/0/startupProbe/httpGet/port               | "http"        | startupProbe isn't on the management
            /spec/template/spec/containers/0/livenessProbe/httpGet/port              | 8081          | livenessProbe isn't on the management
            /spec/template/spec/containers/0/readinessProbe                          |               | readinessProbe isn't on the management
            /spec/template/spec/containers/0/ports/1/name                            | "admin"       | lacks a named port
            /spec/template/spec/containers/0/resources/limits/memory                 |               | no memory request or limit
            /spec/template/spec/containers/0/volumeMounts/0/name                     | "other"       | mounts a volume that isn't there
            /spec/template/spec/containers/0/volumeMounts/0/mountPath                | "/other"      | no writable /tmp
            /spec/template/spec/volumes/1/secret/secretName                          | "other"       | mounts a Secret
            /spec/template/spec/containers/0/env/0/value                             | "local"       | profile isn't prod
            /spec/template/spec/containers/0/env/0/name                              | "QUARKUS_PROFIL" | no service knows QUARKUS_PROFIL
            /spec/template/spec/containers/0/env/0/name                              | "KAFKA_SASL_JASS" | no service knows KAFKA_SASL_JASS
            /spec/template/spec/containers/0/env/0/name                              | "KAFKA_SSL_KEY_PASSWORD" | is written in plain text
            /spec/template/spec/containers/0/env/0/value                             | 5             | isn't a text
            """)
    void inADeploymentIsFound(String pointer, String json, String finding) {
        // given
        plant("Deployment", pointer, json);

        // when
        var findings = Manifests.findings(manifests, values);

        // then
        assertThat(findings).anyMatch(f -> f.contains(finding));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Service | /spec/selector/app.kubernetes.io~1name                                | "other"      | selects 0 Deployments
            Service | /spec/ports/0/targetPort                                              | "web"        | target port isn't there
            Service | /metadata/name                                                        | "other"      | ingress leads nowhere
            Service | /kind                                                                 | "Secret"     | unexpected kind
            Service | /kind                                                                 | "Secret"     | three Services
            Service | /metadata/name                                                        | "clinic-progress" | twice
            Ingress | /spec/rules/0/http/paths/0/backend/service/port/name                  | "management" | opens the management port
            Ingress | /spec/tls                                                             |              | without TLS
            """)
    void inAServiceOrTheIngressIsFound(String kind, String pointer, String json, String finding) {
        // given
        plant(kind, pointer, json);

        // when
        var findings = Manifests.findings(manifests, values);

        // then
        assertThat(findings).anyMatch(f -> f.contains(finding));
    }

    @Test
    void secretThatTheValuesDoNotNameIsFound() {
        // given
        var other = values.deepCopy();
        other.withObject("/services/intake/database").put("existingSecret", "other");

        // when
        var findings = Manifests.findings(manifests, other);

        // then
        assertThat(findings)
                .contains("clinic-intake: QUARKUS_DATASOURCE_PASSWORD comes from a Secret that the values don't name");
    }

    /** Replaces, or without JSON removes, what the pointer names in the first document of the kind: intake's. */
    private void plant(String kind, String pointer, String json) {
        var document = manifests.stream()
                .filter(m -> m.path("kind").asText().equals(kind))
                .filter(m -> !kind.equals("Deployment")
                        || m.at("/metadata/name").asText().equals("clinic-intake"))
                .findFirst()
                .orElseThrow();
        var at = JsonPointer.compile(pointer);
        var parent = document.at(at.head());
        if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), Chart.value(json));
        } else if (json == null) {
            assertThat(((ObjectNode) parent).remove(at.last().getMatchingProperty()))
                    .as(pointer)
                    .isNotNull();
        } else {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), Chart.value(json));
        }
    }
}
