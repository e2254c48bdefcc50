package care.iop.helm;

import static care.iop.helm.Manifests.matches;
import static care.iop.helm.Manifests.name;
import static care.iop.helm.Manifests.port;
import static care.iop.helm.Manifests.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What holds for the manifests around the pods: budgets, autoscalers, network policies, monitoring, topics and databases. */
final class Around {

    /** Connections of one pod: its pool, and the one that the relay holds. */
    private static final int CONNECTIONS = 21;

    private final List<JsonNode> documents;
    private final JsonNode values;
    private final List<String> findings = new ArrayList<>();

    private Around(List<JsonNode> documents, JsonNode values) {
        this.documents = documents;
        this.values = values;
    }

    static List<String> findings(List<JsonNode> documents, JsonNode values) {
        var around = new Around(documents, values);
        around.ofKind("PodDisruptionBudget").forEach(around::budget);
        around.ofKind("HorizontalPodAutoscaler").forEach(around::autoscaler);
        around.ofKind("Deployment").forEach(around::deployment);
        around.networkPolicies();
        around.ofKind("ServiceMonitor").forEach(around::monitor);
        around.topics();
        around.ofKind("Cluster").forEach(around::database);
        return around.findings;
    }

    private void budget(JsonNode budget) {
        var selected = selected(budget.at("/spec/selector/matchLabels"), "Deployment");
        if (selected.size() != 1) {
            findings.add(name(budget) + ": budget selects " + selected.size() + " Deployments");
            return;
        }
        if (leastPods(selected.get(0)) < 2) {
            findings.add(name(budget) + ": budget of a single pod keeps its node from being drained");
        }
    }

    private void autoscaler(JsonNode autoscaler) {
        var where = name(autoscaler) + ": ";
        var target = autoscaler.at("/spec/scaleTargetRef");
        var found = documents.stream()
                .filter(d -> d.path("kind").equals(target.path("kind"))
                        && d.path("apiVersion").equals(target.path("apiVersion"))
                        && d.at("/metadata/name").equals(target.path("name")))
                .findFirst();
        if (found.isEmpty()) {
            findings.add(where + "autoscaler has no target");
            return;
        }
        if (found.get().at("/spec").has("replicas")) {
            findings.add(where + "autoscaler and Deployment both set the number of pods");
        }
        if (!found.get()
                .at("/spec/template/spec/containers/0/resources/requests")
                .has("cpu")) {
            findings.add(where + "autoscaler goes by a CPU request that isn't there");
        }
        if (autoscaler.at("/spec/minReplicas").asInt()
                > autoscaler.at("/spec/maxReplicas").asInt()) {
            findings.add(where + "autoscaler's least is more than its most");
        }
    }

    private void deployment(JsonNode deployment) {
        var where = name(deployment) + ": ";
        if (!deployment.at("/spec").has("replicas") && autoscalerOf(deployment).isEmpty()) {
            findings.add(where + "nothing says how many pods there are");
        }
        if (leastPods(deployment) > 1
                && ofKind("PodDisruptionBudget").stream()
                        .noneMatch(b -> matches(b.at("/spec/selector/matchLabels"), labels(deployment)))) {
            findings.add(where + "has several pods and no disruption budget");
        }
        var migrates = stream(deployment.at("/spec/template/spec/containers/0/env"))
                .anyMatch(v -> v.path("name").asText().equals("QUARKUS_FLYWAY_MIGRATE_AT_START")
                        && v.path("value").asText().equals("true"));
        var job = ofKind("Job").stream().anyMatch(j -> name(j).equals(name(deployment) + "-migration"));
        if (migrates == job) {
            findings.add(where + (job ? "is migrated twice" : "nothing migrates its database"));
        }
    }

    private void networkPolicies() {
        var policies = ofKind("NetworkPolicy");
        if (policies.isEmpty()) {
            return;
        }
        for (var policy : policies) {
            var pods = policy.at("/spec/podSelector/matchLabels");
            if (workloads().stream().noneMatch(w -> matches(pods, labels(w)))) {
                findings.add(name(policy) + ": policy selects no pods");
            }
            for (var rule : policy.at("/spec/ingress")) {
                rule(name(policy), rule.path("from"), rule.path("ports"));
                for (var open : rule.path("ports")) {
                    for (var workload : selected(pods, "Deployment")) {
                        if (!port(
                                workload.at("/spec/template/spec/containers/0"),
                                open.path("port").asText())) {
                            findings.add(name(policy) + ": opens a port that isn't there: " + open.path("port"));
                        }
                    }
                }
            }
            policy.at("/spec/egress").forEach(rule -> rule(name(policy), rule.path("to"), rule.path("ports")));
        }
        for (var workload : workloads()) {
            var denied = policies.stream()
                    .filter(p ->
                            !p.path("spec").has("ingress") && !p.path("spec").has("egress"))
                    .filter(p -> p.at("/spec/policyTypes").size() == 2)
                    .anyMatch(p -> matches(p.at("/spec/podSelector/matchLabels"), labels(workload)));
            if (!denied) {
                findings.add(name(workload) + ": isn't closed by default");
            }
        }
    }

    /** A rule without peers is for everybody, and one without ports for every port. */
    private void rule(String policy, JsonNode peers, JsonNode ports) {
        if (peers.isEmpty() || stream(peers).anyMatch(JsonNode::isEmpty)) {
            findings.add(policy + ": policy opens to everybody");
        }
        if (ports.isEmpty()) {
            findings.add(policy + ": policy opens every port");
        }
    }

    private void monitor(JsonNode monitor) {
        var where = name(monitor) + ": ";
        var selected = ofKind("Service").stream()
                .filter(s -> matches(monitor.at("/spec/selector/matchLabels"), s.at("/metadata/labels")))
                .toList();
        if (selected.size() != 3) {
            findings.add(where + "monitor selects " + selected.size() + " Services");
        }
        var label = monitor.at("/spec/jobLabel").asText();
        for (var service : selected) {
            if (!service.at("/metadata/labels").path(label).asText().matches("(intake|scheduling|progress)-service")) {
                findings.add(where + "alert rules don't know the job of " + name(service));
            }
            for (var endpoint : monitor.at("/spec/endpoints")) {
                if (stream(service.at("/spec/ports"))
                        .noneMatch(p -> p.path("name").equals(endpoint.path("port")))) {
                    findings.add(where + "monitors a port that isn't there: " + endpoint.path("port"));
                }
            }
        }
    }

    /** Topics are those of the one declaration, no more and no fewer, when the chart makes them. */
    private void topics() {
        var declared = new TreeMap<String, String>();
        if (values.at("/kafka/strimzi/topics").asBoolean()) {
            for (var topic : Chart.parse(Chart.read(Chart.FOLDER.resolve("../../topics.yaml")))
                    .get(0)
                    .path("topics")) {
                var days = Duration.parse(topic.path("retention").asText()).toMillis();
                declared.put(
                        topic.path("name").asText(), topic.path("partitions").asText() + " for " + days);
                declared.put(topic.path("name").asText() + ".dlq", "1 for " + days);
            }
        }
        Map<String, String> made = new TreeMap<>();
        for (var topic : ofKind("KafkaTopic")) {
            made.put(
                    name(topic),
                    topic.at("/spec/partitions").asText() + " for "
                            + topic.path("spec")
                                    .path("config")
                                    .path("retention.ms")
                                    .asText());
            if (topic.at("/metadata/labels").path("strimzi.io/cluster").asText().isEmpty()) {
                findings.add(name(topic) + ": topic belongs to no Kafka cluster");
            }
            if (topic.path("spec").path("config").path("min.insync.replicas").asInt()
                    > topic.at("/spec/replicas").asInt()) {
                findings.add(name(topic) + ": topic can never be written");
            }
        }
        if (!made.equals(declared)) {
            findings.add("topics aren't those of topics.yaml: " + made);
        }
    }

    private void database(JsonNode cluster) {
        var where = name(cluster) + ": ";
        var owner = ofKind("Deployment").stream()
                .filter(d -> name(cluster).equals(name(d) + "-db"))
                .findFirst();
        if (owner.isEmpty()) {
            findings.add(where + "database of no service");
            return;
        }
        var url = stream(owner.get().at("/spec/template/spec/containers/0/env"))
                .filter(v -> v.path("name").asText().equals("QUARKUS_DATASOURCE_JDBC_URL"))
                .map(v -> v.path("value").asText())
                .findFirst()
                .orElse("");
        var expected = "jdbc:postgresql://" + name(cluster) + "-rw:5432/"
                + cluster.at("/spec/bootstrap/initdb/database").asText() + "?sslmode=verify-full";
        if (!url.startsWith(expected)) {
            findings.add(where + "its service asks another database: " + url);
        }
        var pods = mostPods(owner.get()) + 1;
        if (cluster.at("/spec/postgresql/parameters/max_connections").asInt() < pods * CONNECTIONS) {
            findings.add(where + "has too few connections for " + pods + " pods");
        }
    }

    private Optional<JsonNode> autoscalerOf(JsonNode deployment) {
        return ofKind("HorizontalPodAutoscaler").stream()
                .filter(a -> a.at("/spec/scaleTargetRef/name").asText().equals(name(deployment)))
                .findFirst();
    }

    private int leastPods(JsonNode deployment) {
        return autoscalerOf(deployment)
                .map(autoscaler -> autoscaler.at("/spec/minReplicas"))
                .orElse(deployment.at("/spec/replicas"))
                .asInt();
    }

    private int mostPods(JsonNode deployment) {
        return autoscalerOf(deployment)
                .map(autoscaler -> autoscaler.at("/spec/maxReplicas"))
                .orElse(deployment.at("/spec/replicas"))
                .asInt();
    }

    private List<JsonNode> workloads() {
        var workloads = new ArrayList<>(ofKind("Deployment"));
        workloads.addAll(ofKind("Job"));
        return workloads;
    }

    private List<JsonNode> selected(JsonNode selector, String kind) {
        return ofKind(kind).stream().filter(d -> matches(selector, labels(d))).toList();
    }

    private static JsonNode labels(JsonNode workload) {
        return workload.at("/spec/template/metadata/labels");
    }

    private List<JsonNode> ofKind(String kind) {
        return documents.stream()
                .filter(d -> d.path("kind").asText().equals(kind))
                .toList();
    }
}
