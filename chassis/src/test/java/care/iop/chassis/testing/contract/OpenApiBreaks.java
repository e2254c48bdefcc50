package care.iop.chassis.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;

/**
 * What a caller of the old API notices when it meets the new one. openapi-diff decides, with two additions: it doesn't
 * compare types in OpenAPI 3.1 documents (so both sides are put into 3.0 words first), and it takes the loss of an optional
 * property for harmless, which here it never is: requests with an unknown property are refused, and readers read it.
 */
final class OpenApiBreaks {

    private final List<String> found = new ArrayList<>();
    private final Set<ChangedSchema> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    private OpenApiBreaks() {}

    static List<String> between(JsonNode committed, JsonNode live) {
        ChangedOpenApi difference;
        try {
            difference = OpenApiCompare.fromContents(
                    inWordsOf30(committed).toString(), inWordsOf30(live).toString());
        } catch (RuntimeException notComparable) {
            return List.of("openapi-diff can't compare them: " + notComparable.getMessage());
        }
        var breaks = new OpenApiBreaks();
        difference
                .getMissingEndpoints()
                .forEach(gone -> breaks.found.add(gone.getMethod() + " " + gone.getPathUrl() + " is gone"));
        difference.getChangedOperations().forEach(breaks::operation);
        if (difference.isIncompatible() && breaks.found.isEmpty()) {
            breaks.found.add("openapi-diff finds an incompatible change outside the operations");
        }
        return List.copyOf(breaks.found);
    }

    private void operation(ChangedOperation operation) {
        var name = operation.getHttpMethod() + " " + operation.getPathUrl();
        var before = found.size();
        visited.clear();
        if (operation.getParameters() != null) {
            parameters(name, operation.getParameters());
        }
        if (operation.getRequestBody() != null) {
            var body = operation.getRequestBody();
            if (body.isChangeRequired() && body.isIncompatible()) {
                found.add(name + ": the request body is now required");
            }
            content(name + " request", body.getContent());
        }
        if (operation.getApiResponses() != null) {
            var responses = operation.getApiResponses();
            responses.getMissing().keySet().forEach(status -> found.add(name + ": response " + status + " is gone"));
            responses.getChanged().forEach((status, response) -> {
                if (response.getHeaders() != null && response.getHeaders().isIncompatible()) {
                    found.add(name + ": headers of response " + status + " change");
                }
                content(name + " response " + status, response.getContent());
            });
        }
        if (operation.isIncompatible() && found.size() == before) {
            found.add(name + ": changes in a way that callers notice");
        }
    }

    private void parameters(String operation, ChangedParameters parameters) {
        parameters
                .getMissing()
                .forEach(gone ->
                        found.add("%s: %s parameter %s is gone".formatted(operation, gone.getIn(), gone.getName())));
        parameters.getIncreased().stream()
                .filter(added -> Boolean.TRUE.equals(added.getRequired()))
                .forEach(added -> found.add("%s: %s parameter %s is new and required"
                        .formatted(operation, added.getIn(), added.getName())));
        parameters.getChanged().stream().filter(Changed::isIncompatible).forEach(changed -> {
            var parameter = "%s: %s parameter %s".formatted(operation, changed.getIn(), changed.getName());
            if (changed.isChangeRequired()) {
                found.add(parameter + " is now required");
            } else {
                found.add(parameter + " accepts something else than before");
            }
        });
    }

    private void content(String place, ChangedContent content) {
        if (content == null) {
            return;
        }
        content.getMissing().keySet().forEach(type -> found.add(place + ": " + type + " is gone"));
        content.getChanged().forEach((type, media) -> {
            if (media.getSchema() != null) {
                schema(place, "", media.getSchema());
            }
        });
    }

    private void schema(String place, String pointer, ChangedSchema schema) {
        if (!visited.add(schema)) {
            return;
        }
        var before = found.size();
        var at = place + (pointer.isEmpty() ? "" : " " + pointer);
        schema.getMissingProperties()
                .keySet()
                .forEach(gone -> found.add("%s: property %s/%s is gone".formatted(place, pointer, gone)));
        if (schema.isChangedType()) {
            found.add(at + ": type changes");
        }
        if (schema.isChangeFormat() && schema.isIncompatible()) {
            found.add(at + ": format changes");
        }
        if (schema.getRequired() != null && schema.getRequired().isIncompatible()) {
            schema.getRequired()
                    .getIncreased()
                    .forEach(name -> found.add("%s: property %s/%s is now required".formatted(place, pointer, name)));
            schema.getRequired()
                    .getMissing()
                    .forEach(name -> found.add("%s: property %s/%s may now be absent".formatted(place, pointer, name)));
        }
        if (schema.getEnumeration() != null && schema.getEnumeration().isIncompatible()) {
            found.add("%s: values %s added, %s gone"
                    .formatted(
                            at,
                            schema.getEnumeration().getIncreased(),
                            schema.getEnumeration().getMissing()));
        }
        schema.getChangedProperties().forEach((name, property) -> schema(place, pointer + "/" + name, property));
        if (schema.getItems() != null) {
            schema(place, pointer + "/*", schema.getItems());
        }
        if (schema.getAddProp() != null) {
            schema(place, pointer + "/*", schema.getAddProp());
        }
        if (schema.isIncompatible() && found.size() == before && !hasIncompatibleSchemaBelow(schema)) {
            found.add(at + ": changes in a way that callers notice");
        }
    }

    private static boolean hasIncompatibleSchemaBelow(ComposedChanged changed) {
        return changed.getChangedElements().stream()
                .anyMatch(element -> element instanceof ChangedSchema && element.isIncompatible());
    }

    private static JsonNode inWordsOf30(JsonNode document) {
        var copy = (ObjectNode) schemaIn30(document);
        copy.put("openapi", "3.0.3");
        return copy;
    }

    private static JsonNode schemaIn30(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(schemaIn30(item)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        var copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> copy.set(field.getKey(), schemaIn30(field.getValue())));
        nullableType(copy);
        nullableChoice(copy, "anyOf");
        nullableChoice(copy, "oneOf");
        exclusiveBound(copy, "exclusiveMinimum", "minimum");
        exclusiveBound(copy, "exclusiveMaximum", "maximum");
        if (copy.path("examples").isArray()) {
            copy.remove("examples");
        }
        return copy;
    }

    /** {@code type: [string, 'null']} is {@code type: string, nullable: true} in 3.0. */
    private static void nullableType(ObjectNode schema) {
        if (schema.path("type") instanceof ArrayNode types) {
            var names = new ArrayList<>(Documents.texts(types));
            if (names.remove("null")) {
                schema.put("nullable", true);
            }
            schema.put("type", names.isEmpty() ? "object" : String.join("|", names));
        }
    }

    /** {@code anyOf: [X, {type: 'null'}]} is {@code allOf: [X], nullable: true} in 3.0. */
    private static void nullableChoice(ObjectNode schema, String keyword) {
        if (schema.path(keyword) instanceof ArrayNode choices) {
            var before = choices.size();
            choices.removeIf(choice -> choice.path("type").asText().equals("null"));
            if (choices.size() == before) {
                return;
            }
            schema.put("nullable", true);
            if (choices.size() == 1) {
                schema.remove(keyword);
                schema.set("allOf", choices);
            }
        }
    }

    private static void exclusiveBound(ObjectNode schema, String exclusive, String bound) {
        if (schema.path(exclusive).isNumber()) {
            schema.set(bound, schema.get(exclusive));
            schema.put(exclusive, true);
        }
    }
}
