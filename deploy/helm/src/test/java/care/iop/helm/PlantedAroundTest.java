package care.iop.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of {@link Around} and of the schemas has been seen to fail, on the manifests of a profile. */
class PlantedAroundTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            network | PodDisruptionBudget     | /spec/selector/matchLabels/app.kubernetes.io~1name     | "other"        | budget selects 0
            network | PodDisruptionBudget     | /spec/selector/matchLabels/app.kubernetes.io~1name     | "other"        | no disruption budget
            network | PodDisruptionBudget     | /spec/maxUnavailable                                   | true           | maxUnavailable
            network | HorizontalPodAutoscaler | /spec/scaleTargetRef/name                              | "other"        | autoscaler has no target
            network | HorizontalPodAutoscaler | /spec/scaleTargetRef/name                              | "other"        | nothing says how many pods
            network | HorizontalPodAutoscaler | /spec/scaleTargetRef/apiVersion                        | "apps/v2"      | autoscaler has no target
            network | HorizontalPodAutoscaler | /spec/minReplicas                                      | 7              | least is more than its most
            network | HorizontalPodAutoscaler | /spec/minReplicas                                      | 1              | budget of a single pod
            network | HorizontalPodAutoscaler | /spec/maxReplicas                                      | 20             | too few connections
            network | HorizontalPodAutoscaler | /spec/metrics/0/resource/target/averageUtilization     | "70%"          | averageUtilization
            network | Deployment              | /spec/replicas                                         | 2              | both set the number of pods
            network | Deployment              | /spec/template/spec/containers/0/resources/requests/cpu|                | CPU request that isn't there
            network | Deployment              | /spec/template/spec/containers/0/livenessProbe/periodSecond | 3         | periodSecond
            network | Deployment              | /spec/template/spec/terminationGracePeriodSeconds      | "30"           | terminationGracePeriodSeconds
            network | NetworkPolicy           | /spec/podSelector/matchLabels/app.kubernetes.io~1part-of | "other"      | policy selects no pods
            network | NetworkPolicy           | /spec/podSelector/matchLabels/app.kubernetes.io~1part-of | "other"      | isn't closed by default
            network | NetworkPolicy           | /spec/policyTypes                                      | ["Ingress"]    | isn't closed by default
            network | NetworkPolicy           | /spec/egress                                           | [{}]           | opens to everybody
            network | NetworkPolicy           | /spec/ingress                                          | [{"from": [{"podSelector": {}}]}] | opens every port
            network | NetworkPolicy           | /spec/ingress                                          | [{"from": [{"podSelector": {}}], "ports": [{"port": "web"}]}] | port that isn't there
            network | ServiceMonitor          | /spec/selector/matchLabels/app.kubernetes.io~1part-of  | "other"        | monitor selects 0
            network | ServiceMonitor          | /spec/jobLabel                                         | "app.kubernetes.io/part-of" | don't know the job
            network | ServiceMonitor          | /spec/endpoints/0/port                                 | "admin"        | monitors a port that isn't there
            network | ServiceMonitor          | /spec/endpoints/0/interval                             | "often"        | interval
            network | PrometheusRule          | /spec/groups/0/rules/0/exp                             | "up"           | exp
            network | KafkaTopic              | /metadata/name                                         | "intake.other.v1" | topics aren't those
            network | KafkaTopic              | /spec/partitions                                       | 7              | topics aren't those
            network | KafkaTopic              | /spec/config/retention.ms                              | 1              | topics aren't those
            network | KafkaTopic              | /spec/config/min.insync.replicas                       | 4              | can never be written
            network | KafkaTopic              | /metadata/labels/strimzi.io~1cluster                   |                | belongs to no Kafka cluster
            network | KafkaTopic              | /spec/partition                                        | 6              | partition
            network | Cluster                 | /metadata/name                                         | "clinic-other-db" | database of no service
            network | Cluster                 | /spec/bootstrap/initdb/database                        | "other"        | asks another database
            network | Cluster                 | /spec/postgresql/synchronous/method                    | "all"          | method
            network | Cluster                 | /spec/instances                                        | 0              | instances
            network | Cluster                 | /apiVersion                                            | "postgresql.cnpg.io/v2" | apiVersion
            state   | Job                     | /spec/template/metadata/labels/app.kubernetes.io~1name | "intake-service" | gets the requests
            state   | Job                     | /spec/template/spec/containers/0/env/0/value           | "false"        | never ends
            state   | Job                     | /metadata/name                                         | "other"        | nothing migrates its database
            state   | Job                     | /spec/template/spec/securityContext/runAsNonRoot       | false          | may run as root
            state   | Job                     | /spec/template/spec/containers/0/image                 | "iop/x:latest" | image isn't pinned
            """)
    void mistakeIsFound(String profile, String kind, String pointer, String json, String finding) {
        // given
        var values = Chart.profile(profile);
        var manifests = Chart.render(values);
        plant(manifests, kind, pointer, json);

        // when
        var findings = Manifests.findings(manifests, values);

        // then
        assertThat(findings).anyMatch(f -> f.contains(finding));
    }

    @Test
    void serviceThatMigratesBesideItsJobIsFound() {
        // given
        var values = Chart.profile("state");
        var manifests = Chart.render(values);
        for (var variable : of(manifests, "Deployment", "intake").at("/spec/template/spec/containers/0/env")) {
            if (variable.path("name").asText().equals("QUARKUS_FLYWAY_MIGRATE_AT_START")) {
                ((ObjectNode) variable).put("value", "true");
            }
        }

        // when
        var findings = Manifests.findings(manifests, values);

        // then
        assertThat(findings).containsExactly("clinic-intake: is migrated twice");
    }

    @Test
    void topicThatIsMissingOrTooManyIsFound() {
        // given
        var values = Chart.profile("clinic");
        var fewer = new ArrayList<>(Chart.render(values));
        fewer.removeIf(m -> Manifests.name(m).equals("progress.review.v1.dlq"));
        var other = values.deepCopy();
        other.withObject("/kafka/strimzi").put("topics", false);

        // when
        var missing = Manifests.findings(fewer, values);
        var tooMany = Manifests.findings(Chart.render(values), other);

        // then
        assertThat(missing).singleElement().asString().contains("topics aren't those");
        assertThat(tooMany).singleElement().asString().contains("topics aren't those");
    }

    /** Sets, or without JSON removes, what the pointer names in the first document of the kind: intake's, where there are several. */
    private static void plant(List<JsonNode> manifests, String kind, String pointer, String json) {
        var document = of(manifests, kind, kind.equals("Deployment") ? "intake" : "");
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

    private static JsonNode of(List<JsonNode> manifests, String kind, String name) {
        return manifests.stream()
                .filter(m -> m.path("kind").asText().equals(kind))
                .filter(m -> Manifests.name(m).contains(name))
                .sorted((a, b) -> Boolean.compare(
                        !Manifests.name(a).contains("intake")
                                && !Manifests.name(a).contains("deny"),
                        !Manifests.name(b).contains("intake")
                                && !Manifests.name(b).contains("deny")))
                .findFirst()
                .orElseThrow();
    }
}
