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
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The chart beside these tests, rendered by Helm itself, without a cluster. */
final class Chart {

    static final Path FOLDER = Path.of("iop").toAbsolutePath();
    static final String RELEASE = "clinic";
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private static boolean prepared;

    private Chart() {}

    /** The values of {@code examples/<name>.yaml}. */
    static ObjectNode example(String name) {
        return (ObjectNode)
                parse(read(FOLDER.resolve("examples/" + name + ".yaml"))).get(0);
    }

    /** What an installation of {@code profiles/<name>.yaml} says at least: the profile, and an example of one's own values after it. */
    static ObjectNode profile(String name) {
        var profile = parse(read(FOLDER.resolve("profiles/" + name + ".yaml"))).get(0);
        var own = profile.at("/cloudNativePG/enabled").asBoolean() ? "operators" : "minimal";
        try {
            return YAML.readerForUpdating(profile.deepCopy()).readValue(example(own));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every set of values that the chart comes with, by name. */
    static ObjectNode values(String name) {
        return Files.exists(FOLDER.resolve("profiles/" + name + ".yaml")) ? profile(name) : example(name);
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
                return new Helm(withoutHooks())
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

    /** A copy of the chart whose hooks are plain manifests: what Helm renders without a cluster leaves hooks out. */
    private static synchronized Path withoutHooks() throws IOException {
        var copy = Path.of("target", "chart-without-hooks").toAbsolutePath();
        if (prepared) {
            return copy;
        }
        copyTo(copy);
        var migrations = copy.resolve("templates/migrations.yaml");
        Files.writeString(migrations, read(migrations).replace("helm.sh/hook", "example.org/hook"));
        prepared = true;
        return copy;
    }

    private static void copyTo(Path copy) throws IOException {
        try (var files = Files.walk(FOLDER)) {
            for (var file : files.toList()) {
                var target = copy.resolve(FOLDER.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Lints a copy of the chart whose values.yaml is completed by an example: alone, it lacks what only an operator knows. */
    static LintResult lint(JsonNode values, Path copy) throws IOException {
        copyTo(copy);
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

    /** One value, which may be a list. */
    static JsonNode value(String json) {
        try {
            return YAML.readTree(json);
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
