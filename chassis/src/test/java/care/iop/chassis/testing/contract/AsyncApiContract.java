package care.iop.chassis.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds {@code contracts/asyncapi.yaml} (AsyncAPI 3.0) against the events that the service publishes: the same channels and
 * messages, no more and no fewer, each payload a schema file that exists, each message with the CloudEvents headers. The
 * words of the document are its authors'; only when there is none does {@code -Dcontracts.update=true} write a first one.
 */
public final class AsyncApiContract {

    /** CloudEvents 1.0 in Kafka's binary mode, with the suite's extensions, as the outbox writes them. */
    static final List<String> HEADERS = List.of(
            "ce_specversion",
            "ce_id",
            "ce_source",
            "ce_type",
            "ce_subject",
            "ce_time",
            "ce_organizationid",
            "ce_aggregateversion",
            "content-type",
            "traceparent");

    private final Path file;
    private final List<EventContract> events;
    private final UpdateRequest request;
    private final List<String> failures = new ArrayList<>();

    AsyncApiContract(Path contracts, List<EventContract> events, UpdateRequest request) {
        this.file = contracts.resolve("asyncapi.yaml");
        this.events = List.copyOf(events);
        this.request = request;
    }

    /**
     * The document in this folder.
     *
     * @param contracts the service's {@code contracts} folder
     * @param events everything that the service publishes
     */
    public static AsyncApiContract in(Path contracts, EventContract... events) {
        return new AsyncApiContract(contracts, List.of(events), UpdateRequest.fromSystemProperties());
    }

    /** Fails with everything that is wrong. */
    public void check() {
        failures.clear();
        if (!Files.exists(file) && request.update()) {
            writeFirst();
        }
        if (!Files.exists(file)) {
            throw new AssertionError("%s is missing: -Dcontracts.update=true writes a first one".formatted(file));
        }
        var document = Documents.read(file);
        need(document.path("asyncapi").asText().startsWith("3.0."), "the document is not of AsyncAPI 3.0");
        need(!document.path("info").path("title").asText("").isBlank(), "info has no title");
        need(!document.path("info").path("version").asText("").isBlank(), "info has no version");
        checkChannels(document);
        checkOperations(document);
        Failures.report(file.toString(), failures);
    }

    private void checkChannels(JsonNode document) {
        var described = new TreeMap<String, Set<String>>();
        document.path("channels").properties().forEach(entry -> {
            var channel = entry.getValue();
            var address = channel.path("address").asText("");
            need(!address.isBlank(), "channel " + entry.getKey() + " has no address");
            var types = described.computeIfAbsent(address, topic -> new TreeSet<>());
            channel.path("messages").forEach(reference -> {
                var message = Documents.resolve(document, reference);
                var type = message.path("name").asText("");
                need(types.add(type), "message " + type + " is listed twice on " + address);
                checkMessage(document, type, message);
            });
        });
        var published = published();
        published.forEach((topic, types) -> {
            var listed = described.getOrDefault(topic, Set.of());
            types.stream()
                    .filter(type -> !listed.contains(type))
                    .forEach(type -> failures.add("event %s on %s is not described".formatted(type, topic)));
        });
        described.forEach((topic, types) -> {
            var known = published.getOrDefault(topic, Set.of());
            need(
                    published.containsKey(topic),
                    "channel %s is described, but nothing is published there".formatted(topic));
            types.stream()
                    .filter(type -> !known.contains(type))
                    .forEach(type ->
                            failures.add("message %s on %s is described, but not published".formatted(type, topic)));
        });
    }

    private void checkMessage(JsonNode document, String type, JsonNode message) {
        need(!message.path("summary").asText("").isBlank(), "message " + type + " has no summary");
        var payload = message.path("payload");
        var reference = (payload.has("schema") ? payload.path("schema") : payload)
                .path("$ref")
                .asText("");
        var expected = "events/" + type + ".schema.json";
        need(
                reference.equals(expected) || reference.equals("./" + expected),
                "the payload of %s is not %s".formatted(type, expected));
        need(
                Files.exists(file.resolveSibling(reference)),
                "the payload of %s, %s, doesn't exist".formatted(type, reference));
        var headers = Documents.resolve(document, message.path("headers")).path("properties");
        for (var header : HEADERS) {
            need(headers.has(header), "message %s doesn't describe header %s".formatted(type, header));
        }
    }

    private void checkOperations(JsonNode document) {
        var sending = new TreeSet<String>();
        document.path("operations").forEach(operation -> {
            if (operation.path("action").asText().equals("send")) {
                sending.add(Documents.resolve(document, operation.path("channel"))
                        .path("address")
                        .asText(""));
            }
        });
        published().keySet().forEach(topic -> need(sending.contains(topic), "no operation sends to " + topic));
    }

    private Map<String, Set<String>> published() {
        var published = new TreeMap<String, Set<String>>();
        events.forEach(event -> published
                .computeIfAbsent(event.topic(), topic -> new TreeSet<>())
                .add(event.type()));
        return published;
    }

    private void need(boolean fulfilled, String gap) {
        if (!fulfilled) {
            failures.add(gap);
        }
    }

    private void writeFirst() {
        var document = Documents.JSON.createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info").put("title", "Published events").put("version", "1.0.0");
        document.put("defaultContentType", "application/json");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        var messages = document.putObject("components").putObject("messages");
        published().forEach((topic, types) -> {
            var channel = channels.putObject(topic).put("address", topic);
            var listed = channel.putObject("messages");
            types.forEach(type -> {
                listed.putObject(type).put("$ref", "#/components/messages/" + type);
                var message = messages.putObject(type).put("name", type).put("summary", factOf(type));
                message.putObject("headers").put("$ref", "#/components/schemas/CloudEventHeaders");
                var payload = message.putObject("payload")
                        .put("schemaFormat", "application/schema+json;version=draft-2020-12");
                payload.putObject("schema").put("$ref", "events/" + type + ".schema.json");
            });
            operations
                    .putObject("send-" + topic)
                    .put("action", "send")
                    .putObject("channel")
                    .put("$ref", "#/channels/" + topic);
        });
        describeHeaders((ObjectNode) document.path("components"));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Documents.render(file, document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describeHeaders(ObjectNode components) {
        var schema = components.putObject("schemas").putObject("CloudEventHeaders");
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var header : HEADERS) {
            properties.putObject(header).put("type", "string");
            if (!header.equals("traceparent")) {
                required.add(header);
            }
        }
    }

    /** {@code care.iop.intake.patient-admitted.v1} reads "patient admitted". */
    private static String factOf(String type) {
        var parts = type.split("\\.", -1);
        return parts[parts.length - 2].replace('-', ' ');
    }
}
