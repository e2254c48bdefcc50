package care.iop.chassis.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A contract file under version control, held against what the code says now. */
final class CommittedContract {

    private final Path file;
    private final UpdateRequest request;

    CommittedContract(Path file, UpdateRequest request) {
        this.file = file;
        this.request = request;
    }

    /**
     * Compares, and rewrites the file when that was asked for and is allowed.
     *
     * @param current what the code says
     * @param breaks what stops working for others when the first document becomes the second
     * @return why the build must fail, or nothing
     */
    Optional<String> compare(JsonNode current, Function<JsonNode, List<String>> breaks) {
        if (!Files.exists(file)) {
            return request.update()
                    ? write(current)
                    : Optional.of("%s is missing: %s".formatted(file, command("-Dcontracts.update=true")));
        }
        var committed = Documents.read(file);
        if (Documents.same(committed, current)) {
            return Optional.empty();
        }
        var broken = breaks.apply(committed);
        if (!broken.isEmpty() && !request.allowsBreaking()) {
            return Optional.of(
                    "%s would break those who use it:%n  - %s%nMaybe add beside the old instead. If nobody can depend on it: %s"
                            .formatted(
                                    file,
                                    String.join("\n  - ", broken),
                                    command("-Dcontracts.update=true -Dcontracts.breaking=<reason>")));
        }
        return request.update()
                ? write(current)
                : Optional.of("%s is stale: %s".formatted(file, command("-Dcontracts.update=true")));
    }

    private Optional<String> write(JsonNode current) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Documents.render(file, current));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String command(String options) {
        var module = file.toAbsolutePath().normalize();
        while (module.getParent() != null && !Files.exists(module.resolve("pom.xml"))) {
            module = module.getParent();
        }
        return "run mvn -pl %s verify %s".formatted(module.getFileName(), options);
    }
}
