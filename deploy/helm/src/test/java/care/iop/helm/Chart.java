package care.iop.helm;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The chart beside these tests, rendered by Helm itself, without a cluster. */
final class Chart {

    static final Path FOLDER = Path.of("iop").toAbsolutePath();
    static final String RELEASE = "clinic";
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private Chart() {}

    /** The values of {@code examples/<name>.yaml}. */
    static ObjectNode example(String name) {
        return (ObjectNode)
                parse(read(FOLDER.resolve("examples/" + name + ".yaml"))).get(0);
    }

    /** The manifests that these values give. Throws what Helm says when it refuses the values. */
    static List<JsonNode> render(JsonNode values) {
        return parse(renderText(values));
    }

    static String renderText(JsonNode values) {
        try {
            var file = Files.createTempFile("values", ".yaml");
            try {
                Files.writeString(file, YAML.writeValueAsString(values));
                return new Helm(FOLDER)
                        .template()
                        .withName(RELEASE)
                        .withNamespace("iop")
                        .withKubeVersion("1.30.0")
                        .withValuesFile(file)
                        .call();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lints a copy of the chart whose values.yaml is completed by an example: alone, it lacks what only an operator knows. */
    static LintResult lint(JsonNode values, Path copy) throws IOException {
        try (var files = Files.walk(FOLDER)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(FOLDER.relativize(file).toString()));
            }
        }
        var defaults = copy.resolve("values.yaml");
        var merged = YAML.readerForUpdating(parse(read(defaults)).get(0)).readValue(values);
        Files.writeString(defaults, YAML.writeValueAsString(merged));
        return new Helm(copy).lint().strict().call();
    }

    /** Every document of a YAML stream; refuses a key that is written twice. */
    static List<JsonNode> parse(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            var all = new ArrayList<>(documents.readAll());
            all.removeIf(d -> d.isNull() || d.isMissingNode());
            return all;
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
