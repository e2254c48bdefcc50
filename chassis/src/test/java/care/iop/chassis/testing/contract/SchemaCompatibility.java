package care.iop.chassis.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a reader that knows one schema can live with data written by another. A topic keeps its history and services are
 * deployed one by one, so a changed schema must do both ways: yesterday's consumer reads tomorrow's event, and tomorrow's
 * consumer, replaying the topic, reads yesterday's. What remains allowed is a new property that may be absent.
 */
final class SchemaCompatibility {

    private final List<String> problems = new ArrayList<>();
    /** Whether a property that the writer doesn't know at all is a problem even when the reader can do without it. */
    private final boolean everythingIsKnown;

    private SchemaCompatibility(boolean everythingIsKnown) {
        this.everythingIsKnown = everythingIsKnown;
    }

    /** What breaks when the committed schema of an event becomes the current one. */
    static List<String> breaks(JsonNode committed, JsonNode current) {
        var breaks = new ArrayList<String>();
        if (!committed.path("x-topic").equals(current.path("x-topic"))) {
            breaks.add("the event moves from topic %s to %s"
                    .formatted(
                            committed.path("x-topic").asText(),
                            current.path("x-topic").asText()));
        }
        problems(committed, current, true).forEach(problem -> breaks.add("for a consumer of today, " + problem));
        problems(current, committed, false).forEach(problem -> breaks.add("for a replay of older events, " + problem));
        return breaks;
    }

    /** What a consumer's record needs that the producer doesn't promise. */
    static List<String> consumerProblems(JsonNode needed, JsonNode promised) {
        return problems(needed, promised, true);
    }

    private static List<String> problems(JsonNode reader, JsonNode writer, boolean everythingIsKnown) {
        var compatibility = new SchemaCompatibility(everythingIsKnown);
        compatibility.compare("", reader, writer);
        return compatibility.problems;
    }

    private void compare(String pointer, JsonNode reader, JsonNode writer) {
        var at = pointer.isEmpty() ? "the payload" : pointer;
        var readable = types(reader);
        for (var written : types(writer)) {
            if (!readable.isEmpty()
                    && !readable.contains(written)
                    && !(written.equals("integer") && readable.contains("number"))) {
                problems.add(
                        written.equals("null")
                                ? "%s may be null".formatted(at)
                                : "%s is a %s, not %s".formatted(at, written, String.join(" or ", readable)));
            }
        }
        constraint(at, "format", reader, writer);
        constraint(at, "pattern", reader, writer);
        values(at, reader, writer);
        properties(pointer, reader, writer);
        if (reader.has("items")) {
            compare(pointer + "/*", reader.get("items"), writer.path("items"));
        }
        if (reader.path("additionalProperties").isObject()) {
            compare(pointer + "/*", reader.get("additionalProperties"), writer.path("additionalProperties"));
        }
    }

    private void properties(String pointer, JsonNode reader, JsonNode writer) {
        var needed = Documents.texts(reader.path("required"));
        var always = Documents.texts(writer.path("required"));
        reader.path("properties").properties().forEach(property -> {
            var name = property.getKey();
            var at = pointer + "/" + name;
            if (!writer.path("properties").has(name)) {
                if (everythingIsKnown || needed.contains(name)) {
                    problems.add(at + " is never sent");
                }
                return;
            }
            if (needed.contains(name) && !always.contains(name)) {
                problems.add(at + " may be absent");
            }
            compare(at, property.getValue(), writer.path("properties").path(name));
        });
    }

    private void values(String at, JsonNode reader, JsonNode writer) {
        if (!reader.has("enum")) {
            return;
        }
        var unknown = Documents.texts(writer.path("enum"));
        unknown.removeAll(Documents.texts(reader.get("enum")));
        if (!writer.has("enum")) {
            problems.add(at + " may have any value");
        } else if (!unknown.isEmpty()) {
            problems.add("%s may be %s".formatted(at, String.join(" or ", unknown)));
        }
    }

    private void constraint(String at, String keyword, JsonNode reader, JsonNode writer) {
        if (reader.has(keyword) && !reader.get(keyword).equals(writer.path(keyword))) {
            problems.add("%s is no longer of %s %s"
                    .formatted(at, keyword, reader.get(keyword).asText()));
        }
    }

    private static Set<String> types(JsonNode schema) {
        var types = new TreeSet<String>();
        var type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.asText());
        } else {
            types.addAll(Documents.texts(type));
        }
        return types;
    }
}
