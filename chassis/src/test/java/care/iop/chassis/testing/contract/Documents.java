package care.iop.chassis.testing.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Contract documents as trees: reading, writing, and telling a difference from noise. */
final class Documents {

    /** Writes and reads payloads as the services do, except that an unknown property is an error. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    /** Reads as a consumer must: what it doesn't know, it ignores. */
    static final ObjectMapper LENIENT_JSON = JSON.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
                    .enable(
                            YAMLGenerator.Feature.MINIMIZE_QUOTES,
                            YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS,
                            YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
                    .stringQuotingChecker(new QuotedStatusCodes())
                    .build())
            .build();

    /** Arrays under these keys are sets: their order says nothing. */
    private static final Set<String> SETS = Set.of("required", "enum", "tags", "parameters", "type", "security");

    private Documents() {}

    static JsonNode read(Path file) {
        try {
            return parse(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parseYaml(String text) {
        return parse(YAML, "the live document", text);
    }

    static JsonNode parseJson(String text) {
        return parse(JSON, "the event", text);
    }

    static String render(Path file, JsonNode document) {
        try {
            if (isYaml(file)) {
                return YAML.writeValueAsString(document);
            }
            var twoSpaces = new DefaultIndenter("  ", "\n");
            var printer = new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withArrayIndenter(twoSpaces)
                    .withObjectIndenter(twoSpaces);
            return JSON.writer(printer).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean same(JsonNode one, JsonNode other) {
        return canonical("", one).equals(canonical("", other));
    }

    private static JsonNode canonical(String key, JsonNode node) {
        if (node.isObject()) {
            var sorted = JsonNodeFactory.instance.objectNode();
            var names = new TreeSet<String>();
            node.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> sorted.set(name, canonical(name, node.get(name))));
            return sorted;
        }
        if (node.isArray()) {
            var items = new ArrayList<JsonNode>();
            node.forEach(item -> items.add(canonical("", item)));
            if (SETS.contains(key)) {
                items.sort(Comparator.comparing(JsonNode::toString));
            }
            return JsonNodeFactory.instance.arrayNode().addAll(items);
        }
        return node;
    }

    /** Follows a {@code $ref} inside one document; answers the node itself when there is none. */
    static JsonNode resolve(JsonNode document, JsonNode node) {
        var reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : node;
    }

    static List<String> fieldNames(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static JsonNode parse(Path file, String text) {
        return parse(isYaml(file) ? YAML : JSON, file.toString(), text);
    }

    private static JsonNode parse(ObjectMapper mapper, String what, String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("%s can't be parsed: %s".formatted(what, e.getOriginalMessage()), e);
        }
    }

    private static boolean isYaml(Path file) {
        return file.toString().endsWith(".yaml");
    }

    /** OpenAPI wants status codes as strings; unquoted they would be YAML numbers. */
    private static final class QuotedStatusCodes extends StringQuotingChecker.Default {

        @Override
        public boolean needToQuoteName(String name) {
            return super.needToQuoteName(name) || name.matches("\\d+");
        }
    }
}
