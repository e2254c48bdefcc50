package care.iop.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What holds for every set of manifests that the chart renders. Each rule answers with findings, empty when it holds. */
final class Manifests {

    /** What the services read besides Kafka's own settings, which Kafka's client lists itself. */
    private static final Set<String> KNOWN = Set.of(
            "QUARKUS_PROFILE",
            "QUARKUS_INIT_AND_EXIT",
            "QUARKUS_FLYWAY_MIGRATE_AT_START",
            "QUARKUS_HTTP_PORT",
            "QUARKUS_MANAGEMENT_PORT",
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
            "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES",
            "QUARKUS_OIDC_AUTH_SERVER_URL",
            "QUARKUS_OIDC_PAGES_TENANT_ENABLED",
            "QUARKUS_OIDC_PAGES_CLIENT_ID",
            "QUARKUS_OIDC_PAGES_CREDENTIALS_SECRET",
            "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD");

    /** The suite's own settings that the services have defaults for, as variables. */
    private static final Set<String> SETTINGS = settings(
            "chassis/src/main/resources/META-INF/microprofile-config.properties",
            "intake-service/src/main/resources/application.properties",
            "scheduling-service/src/main/resources/application.properties",
            "progress-service/src/main/resources/application.properties");

    private static final Pattern SECRET = Pattern.compile("PASSWORD|USERNAME|JAAS|SECRET|TOKEN|CREDENTIAL");
    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

    private final List<JsonNode> documents;
    private final List<String> findings = new ArrayList<>();

    private Manifests(List<JsonNode> documents) {
        this.documents = documents;
    }

    private static Set<String> settings(String... files) {
        var variables = new HashSet<String>();
        for (var file : files) {
            try (var lines = Files.lines(Path.of("..", "..", file))) {
                lines.filter(line -> line.matches("(iop|scheduling)\\..*=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .map(property ->
                                property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
                        .forEach(variables::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Set.copyOf(variables);
    }

    /** Everything that is wrong with these manifests, given the values they were rendered from. */
    static List<String> findings(List<JsonNode> documents, JsonNode values) {
        var manifests = new Manifests(documents);
        manifests.kindsAndNames();
        var secrets = manifests.secrets(values);
        for (var deployment : manifests.ofKind("Deployment")) {
            manifests.deployment(deployment, secrets);
        }
        for (var job : manifests.ofKind("Job")) {
            manifests.job(job, secrets);
        }
        manifests.ofKind("Service").forEach(manifests::service);
        manifests.ofKind("Ingress").forEach(manifests::ingress);
        manifests.ofKind("HTTPRoute").forEach(manifests::route);
        manifests.findings.addAll(ResourceSchemas.findings(documents));
        manifests.findings.addAll(Around.findings(documents, values));
        return manifests.findings;
    }

    /** The Secrets that the values name, and those that CloudNativePG makes for the clusters that are there. */
    private Set<String> secrets(JsonNode values) {
        var secrets = new HashSet<>(values.findValuesAsText("existingSecret"));
        for (var cluster : ofKind("Cluster")) {
            secrets.add(name(cluster) + "-app");
            secrets.add(name(cluster) + "-ca");
        }
        return secrets;
    }

    private void kindsAndNames() {
        var seen = new HashSet<String>();
        for (var document : documents) {
            var kind = document.path("kind").asText();
            if (!seen.add(kind + "/" + name(document))) {
                findings.add("twice: " + kind + " " + name(document));
            }
        }
        if (ofKind("Deployment").size() != 3 || ofKind("Service").size() != 3) {
            findings.add("there must be three Deployments and three Services");
        }
    }

    private void deployment(JsonNode deployment, Set<String> secrets) {
        var where = name(deployment) + ": ";
        var spec = deployment.at("/spec");
        var labels = spec.at("/template/metadata/labels");
        if (!matches(spec.at("/selector/matchLabels"), labels)) {
            findings.add(where + "selector doesn't match the pod's labels");
        }
        for (var spread : spec.at("/template/spec/topologySpreadConstraints")) {
            if (!matches(spread.at("/labelSelector/matchLabels"), labels)) {
                findings.add(where + "topology spread doesn't match the pod's labels");
            }
        }
        for (var container : spec.at("/template/spec/containers")) {
            serving(where, container);
        }
        pod(deployment, secrets);
    }

    private void job(JsonNode job, Set<String> secrets) {
        var where = name(job) + ": ";
        for (var service : ofKind("Service")) {
            if (matches(service.at("/spec/selector"), job.at("/spec/template/metadata/labels"))) {
                findings.add(where + "gets the requests of " + name(service));
            }
        }
        if (!value(job, "QUARKUS_INIT_AND_EXIT").equals("true")) {
            findings.add(where + "never ends");
        }
        if (!value(job, "QUARKUS_FLYWAY_MIGRATE_AT_START").equals("true")) {
            findings.add(where + "doesn't migrate");
        }
        pod(job, secrets);
    }

    private static String value(JsonNode workload, String variable) {
        return stream(workload.at("/spec/template/spec/containers/0/env"))
                .filter(each -> each.path("name").asText().equals(variable))
                .map(each -> each.path("value").asText())
                .findFirst()
                .orElse("");
    }

    /** What holds for every pod, whether it serves or ends. */
    private void pod(JsonNode workload, Set<String> secrets) {
        var where = name(workload) + ": ";
        var pod = workload.at("/spec/template/spec");
        if (!pod.path("automountServiceAccountToken").isBoolean()
                || pod.path("automountServiceAccountToken").asBoolean()) {
            findings.add(where + "has a service account's token");
        }
        if (!pod.path("enableServiceLinks").isBoolean()
                || pod.path("enableServiceLinks").asBoolean()) {
            findings.add(where + "takes variables from other Services");
        }
        if (!pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault")) {
            findings.add(where + "seccomp profile isn't RuntimeDefault");
        }
        if (!pod.at("/securityContext/runAsNonRoot").asBoolean()
                || pod.at("/securityContext/runAsUser").asInt() == 0) {
            findings.add(where + "may run as root");
        }
        for (var group : List.of("containers", "initContainers")) {
            pod.path(group).forEach(container -> container(where, container, pod));
        }
        for (var volume : pod.path("volumes")) {
            if (volume.has("secret")
                    && !secrets.contains(volume.at("/secret/secretName").asText())) {
                findings.add(where + "mounts a Secret that the values don't name");
            }
        }
        for (var environment : workload.findValues("env")) {
            environment.forEach(variable -> variable(where, variable, secrets));
        }
    }

    private void container(String where, JsonNode container, JsonNode pod) {
        var context = container.path("securityContext");
        if (!context.path("readOnlyRootFilesystem").asBoolean()) {
            findings.add(where + "root file system is writable");
        }
        if (!context.path("allowPrivilegeEscalation").isBoolean()
                || context.path("allowPrivilegeEscalation").asBoolean()) {
            findings.add(where + "may escalate privileges");
        }
        if (!context.at("/capabilities/drop/0").asText().equals("ALL")
                || context.at("/capabilities").has("add")) {
            findings.add(where + "keeps capabilities");
        }
        if (context.has("runAsUser") || context.has("runAsNonRoot") || context.has("privileged")) {
            findings.add(where + "container overrides the pod's user");
        }
        var image = container.path("image").asText();
        if (!image.matches(".+(:[\\w][\\w.-]*|@sha256:[0-9a-f]{64})") || image.endsWith(":latest")) {
            findings.add(where + "image isn't pinned: " + image);
        }
        if (!container.at("/resources/limits").has("memory")
                || !container.at("/resources/requests").has("memory")) {
            findings.add(where + "has no memory request or limit");
        }
        for (var mount : container.path("volumeMounts")) {
            if (stream(pod.path("volumes")).noneMatch(v -> v.path("name").equals(mount.path("name")))) {
                findings.add(where + "mounts a volume that isn't there: "
                        + mount.path("name").asText());
            }
        }
        if (stream(container.path("volumeMounts"))
                .noneMatch(m -> m.path("mountPath").asText().equals("/tmp"))) {
            findings.add(where + "has no writable /tmp");
        }
    }

    private void serving(String where, JsonNode container) {
        for (var probe : PROBES) {
            if (!container.at("/" + probe + "/httpGet/port").asText().equals("management")) {
                findings.add(where + probe + " isn't on the management port");
            }
        }
        if (!port(container, "management") || !port(container, "http")) {
            findings.add(where + "lacks a named port");
        }
    }

    private void variable(String where, JsonNode variable, Set<String> secrets) {
        var name = variable.path("name").asText();
        var kafka = name.startsWith("KAFKA_")
                && ProducerConfig.configNames()
                        .contains(name.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'));
        if (!kafka && !KNOWN.contains(name) && !SETTINGS.contains(name)) {
            findings.add(where + "no service knows " + name);
        }
        if (name.equals("QUARKUS_PROFILE") && !variable.path("value").asText().equals("prod")) {
            findings.add(where + "profile isn't prod");
        }
        if (variable.has("valueFrom")
                && !secrets.contains(variable.at("/valueFrom/secretKeyRef/name").asText())) {
            findings.add(where + name + " comes from a Secret that the values don't name");
        }
        if (SECRET.matcher(name).find() && variable.has("value")) {
            findings.add(where + name + " is written in plain text");
        }
        if (!variable.has("valueFrom") && !variable.path("value").isTextual()) {
            findings.add(where + name + " isn't a text");
        }
    }

    private void service(JsonNode service) {
        var where = name(service) + ": ";
        var selected = ofKind("Deployment").stream()
                .filter(d -> matches(service.at("/spec/selector"), d.at("/spec/template/metadata/labels")))
                .toList();
        if (selected.size() != 1) {
            findings.add(where + "selects " + selected.size() + " Deployments");
            return;
        }
        var container = selected.get(0).at("/spec/template/spec/containers/0");
        for (var port : service.at("/spec/ports")) {
            if (!port(container, port.path("targetPort").asText())) {
                findings.add(where + "target port isn't there: "
                        + port.path("targetPort").asText());
            }
        }
    }

    private void ingress(JsonNode ingress) {
        for (var backend : ingress.findValues("backend")) {
            var found = ofKind("Service").stream()
                    .filter(s -> name(s).equals(backend.at("/service/name").asText()))
                    .flatMap(s -> stream(s.at("/spec/ports")))
                    .anyMatch(p -> p.path("name").equals(backend.at("/service/port/name")));
            if (!found) {
                findings.add("ingress leads nowhere: " + backend);
            }
            if (backend.at("/service/port/name").asText().equals("management")) {
                findings.add("ingress opens the management port");
            }
        }
        if (ingress.at("/spec/tls").isEmpty()) {
            findings.add("ingress without TLS");
        }
    }

    private void route(JsonNode route) {
        for (var rule : route.at("/spec/rules")) {
            var path = rule.at("/matches/0/path/value").asText();
            for (var backend : rule.path("backendRefs")) {
                var port = ofKind("Service").stream()
                        .filter(s -> name(s).equals(backend.path("name").asText()))
                        .flatMap(s -> stream(s.at("/spec/ports")))
                        .filter(p -> p.path("port").equals(backend.path("port")))
                        .findFirst();
                if (port.isEmpty()) {
                    findings.add("route leads nowhere: " + path);
                } else if (port.get().path("name").asText().equals("management")) {
                    findings.add("route opens the management port: " + path);
                }
            }
            if (rule.path("backendRefs").isEmpty()) {
                findings.add("route leads nowhere: " + path);
            }
        }
        if (route.at("/spec/parentRefs").isEmpty()) {
            findings.add("route without a Gateway");
        }
    }

    private List<JsonNode> ofKind(String kind) {
        return documents.stream()
                .filter(d -> d.path("kind").asText().equals(kind))
                .toList();
    }

    static String name(JsonNode document) {
        return document.at("/metadata/name").asText();
    }

    static boolean matches(JsonNode selector, JsonNode labels) {
        return !selector.isEmpty()
                && selector.properties().stream().allMatch(e -> e.getValue().equals(labels.get(e.getKey())));
    }

    static boolean port(JsonNode container, String name) {
        return stream(container.path("ports"))
                .anyMatch(p -> p.path("name").asText().equals(name));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
