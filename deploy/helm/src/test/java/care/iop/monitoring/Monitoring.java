package care.iop.monitoring;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The files that operators watch the suite by. */
final class Monitoring {

    static final Path PROMETHEUS = Path.of("../prometheus").toAbsolutePath().normalize();
    static final Path RUNBOOKS = Path.of("../runbooks").toAbsolutePath().normalize();
    static final Path BOARDS = Path.of("../grafana").toAbsolutePath().normalize();

    private static final Pattern QUERIES = Pattern.compile("(?s)```promql\\n(.*?)```");
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private Monitoring() {}

    static Metrics metrics() {
        return new Metrics(yaml(PROMETHEUS.resolve("metrics.yaml")));
    }

    /** Every alert by its name. Refuses a name that is given twice. */
    static Map<String, JsonNode> alerts() {
        var alerts = new TreeMap<String, JsonNode>();
        for (var file : files(PROMETHEUS.resolve("rules"), ".yaml")) {
            for (var rule : yaml(file).findValue("rules")) {
                if (alerts.put(rule.path("alert").asText(), rule) != null) {
                    throw new IllegalStateException("twice: " + rule.path("alert"));
                }
            }
        }
        return alerts;
    }

    /** Every page of the runbooks by the name of its alert. */
    static Map<String, String> runbooks() {
        var pages = new TreeMap<String, String>();
        for (var file : files(RUNBOOKS, ".md")) {
            var name = file.getFileName().toString().replace(".md", "");
            if (!name.equals("README")) {
                pages.put(name, read(file));
            }
        }
        return pages;
    }

    /** The queries of a runbook's page, one a line. */
    static List<String> queries(String page) {
        return QUERIES.matcher(page)
                .results()
                .flatMap(block -> block.group(1).lines())
                .filter(line -> !line.isBlank())
                .toList();
    }

    static List<Path> files(Path folder, String end) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rules that record these queries: the form in which promtool reads any query. */
    static String asRules(List<String> queries) {
        var rules = new ArrayList<Map<String, String>>();
        for (var query : queries) {
            rules.add(Map.of("record", "query:number" + rules.size(), "expr", query));
        }
        try {
            return YAML.writeValueAsString(Map.of("groups", List.of(Map.of("name", "queries", "rules", rules))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
