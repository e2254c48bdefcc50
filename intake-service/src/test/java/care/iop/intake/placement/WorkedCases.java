package care.iop.intake.placement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The worked cases of {@code placement/worked-cases.json}: common facts, and for each case what differs and what follows. */
final class WorkedCases {

    private static final JsonNode CASES = read();

    private WorkedCases() {}

    /** One case, named for the report. */
    record WorkedCase(String name, ObjectNode facts, JsonNode expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<WorkedCase> all() {
        return StreamSupport.stream(CASES.get("cases").spliterator(), false)
                .map(one -> new WorkedCase(
                        one.get("name").asText(),
                        merged((ObjectNode) CASES.get("facts").deepCopy(), one.get("change")),
                        one.get("expect")));
    }

    /** Facts without any finding. */
    static ObjectNode benign() {
        return CASES.get("facts").deepCopy();
    }

    /** Applies a JSON merge patch (RFC 7396). */
    static ObjectNode merged(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(change -> {
            var name = change.getKey();
            if (change.getValue().isNull()) {
                target.remove(name);
            } else if (change.getValue() instanceof ObjectNode inner) {
                target.set(name, merged(target.get(name) instanceof ObjectNode old ? old : target.objectNode(), inner));
            } else {
                target.set(name, change.getValue());
            }
        });
        return target;
    }

    private static JsonNode read() {
        try (var stream = WorkedCases.class.getResourceAsStream("/placement/worked-cases.json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
