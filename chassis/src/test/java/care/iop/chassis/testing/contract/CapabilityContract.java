package care.iop.chassis.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the running service's capability statement against {@code contracts/capability-statement.json}: what is taken away from
 * it breaks clients that were built on it.
 */
public final class CapabilityContract {

    private final Path file;
    private final UpdateRequest request;

    private CapabilityContract(Path file, UpdateRequest request) {
        this.file = file;
        this.request = request;
    }

    /** The contract kept in this folder. */
    public static CapabilityContract in(Path contracts) {
        return new CapabilityContract(
                contracts.resolve("capability-statement.json"), UpdateRequest.fromSystemProperties());
    }

    /** Fails when the file is stale, or when something that was offered is gone. */
    public void check(String live) {
        try {
            var statement = Documents.JSON.readTree(live);
            var failures = new ArrayList<String>();
            new CommittedContract(file, request)
                    .compare(statement, committed -> gone(committed, statement))
                    .ifPresent(failures::add);
            Failures.report("the capability statement", failures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> gone(JsonNode committed, JsonNode current) {
        var offered = offered(committed);
        offered.removeAll(offered(current));
        return offered.stream().map(what -> what + " is no longer offered").toList();
    }

    private static Set<String> offered(JsonNode statement) {
        var offered = new TreeSet<String>();
        for (var resource : statement.at("/rest/0/resource")) {
            var type = resource.path("type").asText();
            resource.path("interaction")
                    .forEach(interaction ->
                            offered.add(type + " " + interaction.path("code").asText()));
            resource.path("searchParam")
                    .forEach(parameter ->
                            offered.add(type + "?" + parameter.path("name").asText()));
        }
        return offered;
    }
}
