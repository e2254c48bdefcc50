package care.iop.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a log line may leave the house. Our own messages carry ids only; texts of exceptions and of libraries may quote a
 * row, so they are left out whole. It keeps what is known to be harmless, and drops everything else: a line that isn't in the
 * services' JSON, a field that isn't listed here.
 */
final class LogFilter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KEPT =
            Set.of("timestamp", "sequence", "loggerName", "level", "threadName", "hostName");
    private static final Set<String> KEPT_OF_CONTEXT = Set.of("traceId", "spanId", "sampled");
    private static final Set<String> KEPT_OF_EXCEPTION =
            Set.of("refId", "exceptionType", "frames", "causedBy", "suppressed");
    private static final Set<String> KEPT_OF_FRAME = Set.of("class", "method", "line");
    /** Whose messages are written by people who know that they are read: ours, and the framework's about its own start. */
    private static final List<String> KEPT_MESSAGES =
            List.of("care.iop.", "io.quarkus", "org.apache.kafka.clients.", "org.flywaydb.");

    private LogFilter() {}

    /** The line without anything that may be personal, or nothing when nothing of it is known to be harmless. */
    static Optional<String> of(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode read = JSON.readTree(line);
            ObjectNode kept = only(read, KEPT);
            String logger = read.path("loggerName").asText();
            if (KEPT_MESSAGES.stream().anyMatch(logger::startsWith)) {
                kept.set("message", read.path("message"));
            }
            kept.set("mdc", only(read.path("mdc"), KEPT_OF_CONTEXT));
            if (read.path("exception").isObject()) {
                kept.set("exception", exception(read.path("exception")));
            }
            if (read.has("stackTrace")) {
                kept.put("stackTrace", stackTrace(read.path("stackTrace").asText()));
            }
            return Optional.of(JSON.writeValueAsString(kept));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static JsonNode exception(JsonNode exception) {
        if (exception.isArray()) {
            var all = JSON.createArrayNode();
            exception.forEach(each -> all.add(exception(each)));
            return all;
        }
        ObjectNode kept = only(exception, KEPT_OF_EXCEPTION);
        for (String deeper : List.of("causedBy", "suppressed")) {
            if (kept.has(deeper)) {
                JsonNode cause = kept.path(deeper);
                kept.set(deeper, cause.has("exception") ? exception(cause.path("exception")) : exception(cause));
            }
        }
        if (kept.path("frames").isArray()) {
            var frames = JSON.createArrayNode();
            kept.path("frames").forEach(frame -> frames.add(only(frame, KEPT_OF_FRAME)));
            kept.set("frames", frames);
        }
        return kept;
    }

    private static String stackTrace(String text) {
        return text.lines()
                .flatMap(line -> line.strip().startsWith("at ") ? Stream.of(line) : type(line))
                .collect(Collectors.joining("\n"));
    }

    /** Of "Caused by: org.example.Broken: quoted text" all up to the second colon. */
    private static Stream<String> type(String line) {
        String rest = line.strip();
        String head = rest.startsWith("Caused by: ") ? "Caused by: " : "";
        String name = rest.substring(head.length()).split(":", 2)[0];
        return name.matches("[\\w.$]+") ? Stream.of(head + name) : Stream.empty();
    }

    private static ObjectNode only(JsonNode object, Set<String> fields) {
        ObjectNode kept = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (fields.contains(field.getKey())) {
                kept.set(field.getKey(), field.getValue());
            }
        }
        return kept;
    }
}
