package care.iop.chassis.testing.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One event type as its producer promises it: {@code events/<type>.schema.json} follows from the payload record, and each
 * {@code events/<type>.example.json} or {@code events/<type>.<variant>.example.json} is a payload that it really writes.
 */
public final class EventContract {

    private static final Pattern TYPE = Pattern.compile("care\\.iop\\.([a-z]+)\\.[a-z]+(-[a-z]+)*\\.v\\d+");
    private static final Pattern TOPIC = Pattern.compile("([a-z]+)\\.[a-z]+(-[a-z]+)*\\.v\\d+");
    private static final Pattern WORD_START = Pattern.compile("(?=[A-Z])|[_-]");

    /** Words of names, contact data and free text, which never travel in an event. */
    private static final Set<String> PRIVATE_WORDS = Set.of(
            "name",
            "surname",
            "birth",
            "dob",
            "phone",
            "email",
            "address",
            "street",
            "ssn",
            "note",
            "notes",
            "comment",
            "comments",
            "text",
            "narrative",
            "description");

    private final Path contracts;
    private final String topic;
    private final String type;
    private final Class<? extends Record> payload;
    private final UpdateRequest request;

    EventContract(Path contracts, String topic, String type, Class<? extends Record> payload, UpdateRequest request) {
        this.contracts = contracts;
        this.topic = topic;
        this.type = type;
        this.payload = payload;
        this.request = request;
    }

    /**
     * The contract of an event that this service publishes.
     *
     * @param contracts the service's {@code contracts} folder
     * @param topic as given to the outbox, such as {@code intake.admission.v1}
     * @param type as given to the outbox, such as {@code care.iop.intake.patient-admitted.v1}
     * @param payload the record that the outbox writes as the event's data
     */
    public static EventContract in(Path contracts, String topic, String type, Class<? extends Record> payload) {
        return new EventContract(contracts, topic, type, payload, UpdateRequest.fromSystemProperties());
    }

    /**
     * Reads a producer's examples as its consumer does, and fails when the producer's schema doesn't promise what the
     * consumer's record needs: a component that is never sent, may be absent though the record can't do without, or has
     * another type.
     *
     * @param producerContracts the producer's folder, such as {@code ../intake-service/contracts}
     * @param type the event type
     * @param consumed the consumer's own record of what it uses
     * @return the examples, in the order of their file names
     */
    public static <T extends Record> List<T> readExamples(Path producerContracts, String type, Class<T> consumed) {
        var promised = Documents.read(schemaFile(producerContracts, type));
        var needed = EventSchema.of(consumed);
        Failures.report(
                consumed.getSimpleName() + " as a reader of " + type,
                SchemaCompatibility.consumerProblems(needed, promised));
        var read = new ArrayList<T>();
        for (var file : exampleFiles(producerContracts, type)) {
            read.add(parse(Documents.LENIENT_JSON, file.toString(), Documents.read(file), consumed));
        }
        if (read.isEmpty()) {
            throw new AssertionError("no example of %s in %s".formatted(type, producerContracts));
        }
        return List.copyOf(read);
    }

    /** Fails with everything that is wrong: names, schema, examples. */
    public void check() {
        var failures = new ArrayList<String>();
        checkNames(failures);
        var schema = EventSchema.of(payload, topic, type);
        checkWords("", schema, failures);
        new CommittedContract(schemaFile(contracts, type), request)
                .compare(schema, committed -> SchemaCompatibility.breaks(committed, schema))
                .ifPresent(failures::add);
        checkExamples(schema, failures);
        Failures.report("the contract of " + type, failures);
    }

    /**
     * Fails unless this is a payload of this event: the committed schema accepts it, and nothing is in it that the schema
     * doesn't know.
     *
     * @param json the data of an event that was really published
     */
    public void assertProduced(String json) {
        var data = Documents.parseJson(json);
        var failures = new ArrayList<>(SchemaValidation.errors(Documents.read(schemaFile(contracts, type)), data));
        if (failures.isEmpty()) {
            roundTrip("the produced event", data).ifPresent(failures::add);
        }
        Failures.report("a produced " + type, failures);
    }

    String topic() {
        return topic;
    }

    String type() {
        return type;
    }

    private void checkNames(List<String> failures) {
        var typeMatch = TYPE.matcher(type);
        var topicMatch = TOPIC.matcher(topic);
        if (!typeMatch.matches()) {
            failures.add("type %s is not care.iop.<context>.<fact>.v<number>".formatted(type));
        }
        if (!topicMatch.matches()) {
            failures.add("topic %s is not <context>.<aggregate>.v<number>".formatted(topic));
        }
        if (typeMatch.matches() && topicMatch.matches() && !typeMatch.group(1).equals(topicMatch.group(1))) {
            failures.add("type %s and topic %s are of two contexts".formatted(type, topic));
        }
    }

    private void checkWords(String pointer, JsonNode schema, List<String> failures) {
        schema.path("properties").properties().forEach(property -> {
            var at = pointer + "/" + property.getKey();
            for (var word : WORD_START.split(property.getKey(), -1)) {
                if (PRIVATE_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                    failures.add(
                            "property %s: names, contact data and free text never travel in an event".formatted(at));
                }
            }
            checkWords(at, property.getValue(), failures);
        });
        if (schema.has("items")) {
            checkWords(pointer + "/*", schema.get("items"), failures);
        }
    }

    private void checkExamples(JsonNode schema, List<String> failures) {
        var files = exampleFiles(contracts, type);
        if (files.isEmpty()) {
            failures.add("write %s".formatted(contracts.resolve("events").resolve(type + ".example.json")));
        }
        for (var file : files) {
            var example = Documents.read(file);
            var errors = SchemaValidation.errors(schema, example);
            errors.forEach(error -> failures.add(file + ": " + error));
            if (errors.isEmpty()) {
                roundTrip(file.toString(), example).ifPresent(failures::add);
            }
        }
    }

    private Optional<String> roundTrip(String what, JsonNode data) {
        try {
            var written = Documents.JSON.valueToTree(parse(Documents.JSON, what, data, payload));
            return withoutNulls(data).equals(EventContract::compareNumbers, withoutNulls(written))
                    ? Optional.empty()
                    : Optional.of("%s: read into %s and written again it is %s"
                            .formatted(what, payload.getSimpleName(), written));
        } catch (AssertionError e) {
            return Optional.of(e.getMessage());
        }
    }

    private static <T> T parse(ObjectMapper mapper, String what, JsonNode data, Class<T> type) {
        try {
            return mapper.treeToValue(data, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(
                    "%s is no %s: %s".formatted(what, type.getSimpleName(), e.getOriginalMessage()), e);
        }
    }

    /** An absent property and one that is null say the same. */
    private static JsonNode withoutNulls(JsonNode node) {
        var copy = node.deepCopy();
        removeNulls(copy);
        return copy;
    }

    private static void removeNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(property -> property.getValue().isNull());
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(EventContract::removeNulls);
        }
    }

    /** 15 and 15.0 are one number in JSON. */
    private static int compareNumbers(JsonNode one, JsonNode other) {
        if (one instanceof NumericNode && other instanceof NumericNode) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static Path schemaFile(Path contracts, String type) {
        return contracts.resolve("events").resolve(type + ".schema.json");
    }

    private static List<Path> exampleFiles(Path contracts, String type) {
        var folder = contracts.resolve("events");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> {
                        var name = file.getFileName().toString();
                        return name.startsWith(type + ".") && name.endsWith(".example.json");
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
