package care.iop.chassis.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds the running service's OpenAPI document against {@code contracts/openapi.yaml}: the file is current, a change breaks
 * no caller, and every operation says all that a caller needs.
 */
public final class OpenApiContract {

    private final Path file;
    private final UpdateRequest request;
    private final Set<String> publicOperations;

    OpenApiContract(Path file, UpdateRequest request, Set<String> publicOperations) {
        this.file = file;
        this.request = request;
        this.publicOperations = publicOperations;
    }

    /** The contract kept in {@code openapi.yaml} of this folder, where every operation needs a token. */
    public static OpenApiContract in(Path contracts) {
        return new OpenApiContract(contracts.resolve("openapi.yaml"), UpdateRequest.fromSystemProperties(), Set.of());
    }

    /** The same contract, where these operations (by operationId) are open to everyone on purpose. */
    public OpenApiContract withPublicOperations(String... operationIds) {
        return new OpenApiContract(file, request, Set.of(operationIds));
    }

    /**
     * Fails with everything that is wrong.
     *
     * @param live what the service answers at {@code /q/openapi}, YAML or JSON
     */
    public void check(String live) {
        var document = inReadingOrder(withoutOwnAddress(Documents.parseYaml(live)));
        var failures = new ArrayList<String>();
        new CommittedContract(file, request)
                .compare(document, committed -> OpenApiBreaks.between(committed, document))
                .ifPresent(failures::add);
        failures.addAll(new OpenApiCompleteness(document, publicOperations).gaps());
        Failures.report("the OpenAPI contract", failures);
    }

    /** Where the document was fetched from, a random test port, is no part of the contract. */
    private static JsonNode withoutOwnAddress(JsonNode document) {
        if (document.path("servers") instanceof ArrayNode servers) {
            servers.removeIf(server ->
                    server.path("url").asText().matches("https?://(localhost|0\\.0\\.0\\.0|127\\..*?)(:.*)?"));
            if (servers.isEmpty()) {
                ((ObjectNode) document).remove("servers");
            }
        }
        return document;
    }

    /** A reader wants to know first what this is; the rest stays as the service gives it. */
    private static JsonNode inReadingOrder(JsonNode document) {
        var ordered = Documents.JSON.createObjectNode();
        for (var key : List.of("openapi", "info", "servers", "tags", "security", "paths", "components")) {
            if (document.has(key)) {
                ordered.set(key, document.get(key));
            }
        }
        document.properties().forEach(field -> ordered.putIfAbsent(field.getKey(), field.getValue()));
        return ordered;
    }
}
