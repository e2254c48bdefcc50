package care.iop.chassis.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a caller would miss in an OpenAPI document. */
final class OpenApiCompleteness {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Set<String> ERROR_TYPES = Set.of("application/problem+json", "application/fhir+json");
    /** The FHIR specification types these bodies, not this document. */
    private static final String FHIR_JSON = "application/fhir+json";

    private final JsonNode document;
    private final Set<String> publicOperations;
    private final Set<String> operationIds = new TreeSet<>();
    private final List<String> gaps = new ArrayList<>();

    OpenApiCompleteness(JsonNode document, Set<String> publicOperations) {
        this.document = document;
        this.publicOperations = publicOperations;
    }

    List<String> gaps() {
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> operation(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        path.getValue(),
                        operation.getValue())));
        if (operationIds.isEmpty()) {
            gaps.add("the document describes no operation");
        }
        publicOperations.stream()
                .filter(id -> !operationIds.contains(id))
                .forEach(id -> gaps.add("operation " + id + " is declared public and doesn't exist"));
        return List.copyOf(gaps);
    }

    private void operation(String name, JsonNode path, JsonNode operation) {
        need(!operation.path("summary").asText("").isBlank(), name, "has no summary");
        need(!operation.path("tags").isEmpty(), name, "has no tag");
        var id = operation.path("operationId").asText("");
        need(!id.isBlank(), name, "has no operationId");
        need(id.isBlank() || operationIds.add(id), name, "shares its operationId " + id + " with another");
        var isPublic = publicOperations.contains(id);
        var security = operation.has("security") ? operation.get("security") : document.path("security");
        need(isPublic || demandsToken(security), name, "demands no token and is not declared public");
        security.forEach(requirement -> Documents.fieldNames(requirement)
                .forEach(scheme -> need(
                        document.path("components").path("securitySchemes").has(scheme),
                        name,
                        "demands a token of scheme " + scheme + ", which isn't described")));
        successes(name, operation);
        errors(name, operation, implied(path, operation, isPublic));
        request(name, operation);
    }

    /** An empty requirement {@code {}} in the list makes the token optional. */
    private static boolean demandsToken(JsonNode security) {
        if (security.isEmpty()) {
            return false;
        }
        for (var requirement : security) {
            if (requirement.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void successes(String name, JsonNode operation) {
        var answers = operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .toList();
        need(!answers.isEmpty(), name, "documents no 2xx response");
        for (var answer : answers) {
            var content = Documents.resolve(document, answer.getValue()).path("content");
            need(
                    !content.isEmpty() || !answer.getKey().equals("200"),
                    name,
                    "answers 200 without saying what (204 is for nothing)");
            content.properties()
                    .forEach(media -> need(
                            isTyped(media.getKey(), media.getValue().path("schema")),
                            name,
                            "answers " + answer.getKey() + " with an untyped " + media.getKey()));
        }
    }

    private void errors(String name, JsonNode operation, Map<String, String> implied) {
        var responses = operation.path("responses");
        implied.forEach((status, because) ->
                need(responses.has(status), name, "doesn't document " + status + " (" + because + ")"));
        responses.properties().stream()
                .filter(response -> response.getKey().matches("[45]\\d\\d"))
                .forEach(response -> {
                    var content =
                            Documents.resolve(document, response.getValue()).path("content");
                    var typed = content.properties().stream()
                            .anyMatch(media -> ERROR_TYPES.contains(media.getKey())
                                    && isTyped(media.getKey(), media.getValue().path("schema")));
                    need(typed, name, "doesn't say what its " + response.getKey() + " looks like");
                });
    }

    private Map<String, String> implied(JsonNode path, JsonNode operation, boolean isPublic) {
        var implied = new TreeMap<String, String>();
        if (!isPublic) {
            implied.put("401", "needs a token");
            implied.put("403", "needs a role");
        }
        var parameters = new ArrayList<JsonNode>();
        path.path("parameters").forEach(parameters::add);
        operation.path("parameters").forEach(parameters::add);
        for (var reference : parameters) {
            var parameter = Documents.resolve(document, reference);
            switch (parameter.path("in").asText()) {
                case "path" -> implied.put("404", "has a path parameter");
                case "query" -> implied.put("400", "has a query parameter");
                case "header" -> {
                    if (parameter.path("name").asText().equalsIgnoreCase("If-Match")) {
                        implied.put("412", "takes If-Match");
                        implied.put("428", "takes If-Match");
                    }
                    if (parameter.path("name").asText().equalsIgnoreCase("Idempotency-Key")) {
                        implied.put("422", "takes Idempotency-Key");
                    }
                }
                default -> {}
            }
        }
        if (operation.has("requestBody")) {
            implied.put("400", "has a body");
            implied.put("422", "has a body");
        }
        return implied;
    }

    private void request(String name, JsonNode operation) {
        var body = Documents.resolve(document, operation.path("requestBody"));
        body.path("content").properties().forEach(media -> {
            var schema = media.getValue().path("schema");
            need(isTyped(media.getKey(), schema), name, "takes an untyped " + media.getKey());
            var examples = examples(media.getValue());
            need(!examples.isEmpty(), name, "has no example of its " + media.getKey() + " body");
            examples.forEach(example -> SchemaValidation.errors(standalone(schema), example)
                    .forEach(error -> gaps.add(name + " has an example that its own schema refuses: " + error)));
        });
    }

    private List<JsonNode> examples(JsonNode media) {
        var examples = new ArrayList<JsonNode>();
        collect(examples, media);
        media.path("examples").forEach(example -> {
            if (!media.path("examples").isArray()) {
                examples.add(Documents.resolve(document, example).path("value"));
            }
        });
        if (examples.isEmpty()) {
            collect(examples, Documents.resolve(document, media.path("schema")));
        }
        return examples;
    }

    private static void collect(List<JsonNode> examples, JsonNode holder) {
        if (holder.has("example")) {
            examples.add(holder.get("example"));
        }
        if (holder.path("examples").isArray()) {
            holder.get("examples").forEach(examples::add);
        }
    }

    /** A schema that can be used by itself: its references lead into the document's components, carried along. */
    private ObjectNode standalone(JsonNode schema) {
        var standalone = Documents.JSON.createObjectNode();
        standalone.putArray("allOf").add(schema);
        standalone.set("components", document.path("components"));
        return standalone;
    }

    private boolean isTyped(String mediaType, JsonNode reference) {
        var schema = Documents.resolve(document, reference);
        if (schema.isMissingNode() || schema.isEmpty()) {
            return false;
        }
        if (mediaType.equals(FHIR_JSON) || schema.has("allOf") || schema.has("oneOf") || schema.has("anyOf")) {
            return true;
        }
        if (schema.has("items")) {
            return isTyped(mediaType, schema.get("items"));
        }
        var types = schema.path("type").isArray()
                ? Documents.texts(schema.get("type"))
                : Set.of(schema.path("type").asText(""));
        return types.contains("object")
                ? schema.path("properties").size() > 0
                        || schema.path("additionalProperties").isObject()
                : !types.contains("array") && !types.contains("");
    }

    private void need(boolean fulfilled, String operation, String gap) {
        if (!fulfilled) {
            gaps.add(operation + " " + gap);
        }
    }
}
