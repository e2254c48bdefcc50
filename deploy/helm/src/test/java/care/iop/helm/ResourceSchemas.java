package care.iop.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Holds each manifest to what Kubernetes and the operators publish of its kind, in the project's own shortened copy. */
final class ResourceSchemas {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    private static final JsonNode KINDS = read();

    private ResourceSchemas() {}

    static List<String> findings(List<JsonNode> documents) {
        var findings = new ArrayList<String>();
        for (var document : documents) {
            var kind = document.path("kind").asText();
            var where = kind + " " + Manifests.name(document);
            if (!KINDS.has(kind)) {
                findings.add("unexpected kind " + kind);
                continue;
            }
            REGISTRY.getSchema(KINDS.path(kind))
                    .validate(document)
                    .forEach(error ->
                            findings.add(where + " " + error.getInstanceLocation() + ": " + error.getMessage()));
        }
        return findings;
    }

    private static JsonNode read() {
        try (var file = ResourceSchemas.class.getResourceAsStream("resources.json")) {
            return new ObjectMapper().readTree(file).path("kinds");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
