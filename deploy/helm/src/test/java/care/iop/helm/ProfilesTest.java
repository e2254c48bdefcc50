package care.iop.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {

    @ParameterizedTest
    @CsvSource({
        "minimal, 0, 0, false, 0, 0",
        "clinic, 0, 5, true, 3, 0",
        "network, 3, 5, true, 3, 0",
        "state, 3, 5, false, 0, 3",
    })
    void profileInstallsWhatItSays(
            String name, int autoscalers, int policies, boolean topics, int databases, int migrations) {
        // when
        var manifests = Chart.render(Chart.values(name));

        // then
        assertThat(ofKind(manifests, "Deployment")).hasSize(3);
        assertThat(ofKind(manifests, "PodDisruptionBudget")).hasSize(3);
        assertThat(ofKind(manifests, "HorizontalPodAutoscaler")).hasSize(autoscalers);
        assertThat(ofKind(manifests, "NetworkPolicy")).hasSize(policies);
        assertThat(ofKind(manifests, "KafkaTopic")).hasSize(topics ? 2 * declaredTopics() : 0);
        assertThat(ofKind(manifests, "Cluster")).hasSize(databases);
        assertThat(ofKind(manifests, "Job")).hasSize(migrations);
    }

    private static int declaredTopics() {
        return Chart.value(Chart.read(Chart.FOLDER.resolve("../../topics.yaml")))
                .path("topics")
                .size();
    }

    @Test
    void everyServiceDisclosesWithTheNoticeThatIntakeHas() {
        // given
        var values = Chart.example("minimal");
        var notice = values.at("/services/intake/settings")
                .path("iop.consent.notice.text")
                .asText();

        // when
        var manifests = Chart.render(values);

        // then
        assertThat(notice).isNotEmpty();
        assertThat(ofKind(manifests, "Deployment"))
                .extracting(deployment -> environment(deployment).get("IOP_CONSENT_NOTICE_TEXT"))
                .containsExactly(notice, notice, notice);
    }

    private static Map<String, String> environment(JsonNode deployment) {
        var variables = new HashMap<String, String>();
        deployment
                .at("/spec/template/spec/containers/0/env")
                .forEach(each -> variables.put(
                        each.path("name").asText(), each.path("value").asText()));
        return variables;
    }

    @Test
    void singlePodHasNoDisruptionBudget() {
        // given
        var values = Chart.example("minimal");
        values.withObject("/services/progress").put("replicas", 1);

        // when
        var manifests = Chart.render(values);

        // then
        assertThat(Manifests.findings(manifests, values)).isEmpty();
        assertThat(ofKind(manifests, "PodDisruptionBudget"))
                .extracting(Manifests::name)
                .containsExactlyInAnyOrder("clinic-intake", "clinic-scheduling");
    }

    @Test
    void onlyIntakeReachesPayers() {
        // given
        var values = Chart.profile("state");
        values.withObject("/networkPolicy")
                .set("payers", Chart.value("{to: [{ipBlock: {cidr: 192.0.2.0/24}}], port: 443}"));

        // when
        var manifests = Chart.render(values);

        // then
        assertThat(Manifests.findings(manifests, values)).isEmpty();
        assertThat(ofKind(manifests, "NetworkPolicy"))
                .filteredOn(policy -> policy.toString().contains("192.0.2.0/24"))
                .singleElement()
                .satisfies(policy -> assertThat(policy.at("/spec/podSelector/matchLabels/app.kubernetes.io~1name")
                                .asText())
                        .isEqualTo("intake-service"));
    }

    @Test
    void noRequestReachesTheManagementPortButFromPrometheus() {
        // given
        var values = Chart.profile("clinic");

        // when
        var rules = ofKind(Chart.render(values), "NetworkPolicy").stream()
                .flatMap(policy -> Manifests.stream(policy.at("/spec/ingress")))
                .filter(rule -> rule.toString().contains("management"))
                .toList();

        // then
        assertThat(rules).hasSize(3).allMatch(rule -> rule.at("/from").equals(values.at("/networkPolicy/metricsFrom")));
    }

    @Test
    void rulesOfPrometheusAreTheFilesOfDeployPrometheus() {
        // when
        var groups = ofKind(Chart.render(Chart.profile("clinic")), "PrometheusRule")
                .get(0)
                .at("/spec/groups");

        // then
        var installed = new HashSet<JsonNode>();
        groups.forEach(installed::add);
        var files = new HashSet<JsonNode>();
        for (var name : List.of("safety", "events", "requests", "process")) {
            Chart.parse(Chart.read(Chart.FOLDER.resolve("../../prometheus/rules/" + name + ".yaml")))
                    .get(0)
                    .path("groups")
                    .forEach(files::add);
        }
        assertThat(installed).isEqualTo(files);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pre-install", "pre-upgrade"})
    void migrationComesBeforeThePods(String moment) {
        // when
        var template = Chart.read(Chart.FOLDER.resolve("templates/migrations.yaml"));

        // then
        assertThat(template).containsPattern("helm.sh/hook: [a-z,-]*" + moment);
    }

    @Test
    void privateAuthorityOfADatabaseIsMounted() {
        // given
        var values = Chart.example("minimal");
        values.withObject("/services/intake/database/ca")
                .put("existingSecret", "our-ca")
                .put("key", "root.pem");

        // when
        var manifests = Chart.render(values);

        // then
        assertThat(Manifests.findings(manifests, values)).isEmpty();
        var pod = ofKind(manifests, "Deployment").stream()
                .filter(d -> Manifests.name(d).equals("clinic-intake"))
                .findFirst()
                .orElseThrow()
                .at("/spec/template/spec");
        assertThat(pod.at("/volumes/1/secret/secretName").asText()).isEqualTo("our-ca");
        assertThat(pod.at("/volumes/1/secret/items/0/key").asText()).isEqualTo("root.pem");
        assertThat(pod.at("/containers/0/volumeMounts/1/mountPath").asText()).isEqualTo("/etc/iop/database-ca");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /services/intake/autoscaling/minReplicas   | 7   | minReplicas 7 is more than maxReplicas 6
            /services/progress/autoscaling/maxReplicas | 9   | maxConnections 200 is too few for 10 pods of progress: set at least 210
            /kafka/strimzi/minInsyncReplicas           | 4   | with minInsyncReplicas 4 of 3 replicas nothing could be written
            """)
    void valuesThatDoNotGoTogetherAreRefused(String pointer, int value, String reason) {
        // given
        var values = Chart.profile("network");
        var at = JsonPointer.compile(pointer);
        values.withObject(at.head()).put(at.last().getMatchingProperty(), value);

        // when
        var refusal = assertThatThrownBy(() -> Chart.render(values));

        // then
        refusal.hasMessageContaining(reason);
    }

    private static List<JsonNode> ofKind(List<JsonNode> manifests, String kind) {
        return manifests.stream()
                .filter(m -> m.path("kind").asText().equals(kind))
                .toList();
    }
}
