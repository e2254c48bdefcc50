package care.iop.chassis.testing.telemetry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of {@code deploy/prometheus/metrics.yaml}, the declaration that alert rules and boards are checked against.
 *
 * @param name as Prometheus sees it
 * @param type counter or gauge
 * @param services those that publish it
 * @param labels those that the service itself sets, all of them
 */
public record DeclaredMetric(
        String name, String type, String unit, List<String> services, List<String> labels, String says) {
    private static final String FILE = "deploy/prometheus/metrics.yaml";
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_0-9A-Z]+)(?:\\{(.*)})? [^ ]+$");
    private static final Pattern LABEL = Pattern.compile("([a-z_A-Z0-9]+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    public DeclaredMetric {
        services = List.copyOf(services);
        labels = List.copyOf(labels);
    }

    /** Reads a declaration. */
    public static List<DeclaredMetric> read(Path file) {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readValue(file.toFile(), Declaration.class)
                    .metrics();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the metrics in " + file, e);
        }
    }

    /** The declaration of the checkout that the tests run in. */
    public static List<DeclaredMetric> declared() {
        for (Path parent = Path.of("").toAbsolutePath(); parent != null; parent = parent.getParent()) {
            if (Files.exists(parent.resolve(FILE))) {
                return read(parent.resolve(FILE));
            }
        }
        throw new IllegalStateException(
                FILE + " is in no directory above " + Path.of("").toAbsolutePath());
    }

    /**
     * How what a running service publishes differs from what is declared for it: something declared is missing or has other
     * labels, or a metric of the suite's own is declared nowhere.
     *
     * @param management any address on the service's management port
     */
    public static List<String> findings(String service, URI management) {
        return findings(service, declared(), scrape(management));
    }

    static List<String> findings(String service, List<DeclaredMetric> declared, String scrape) {
        Map<String, Set<String>> published = published(scrape);
        List<String> findings = new ArrayList<>();
        Set<String> own = new TreeSet<>();
        for (DeclaredMetric metric : declared) {
            if (metric.services().contains(service)) {
                own.add(metric.name());
                Set<String> labels = published.get(metric.name());
                if (labels == null) {
                    findings.add(service + " doesn't publish " + metric.name());
                } else if (!labels.equals(new TreeSet<>(metric.labels()))) {
                    findings.add(metric.name() + " has labels " + labels + ", declared are " + metric.labels());
                }
            }
        }
        published.keySet().stream()
                .filter(name -> name.startsWith("iop_") && !own.contains(name))
                .forEach(name -> findings.add(service + " publishes " + name + ", which is not declared for it"));
        return findings;
    }

    private static Map<String, Set<String>> published(String scrape) {
        Map<String, Set<String>> labels = new HashMap<>();
        for (Matcher sample = SAMPLE.matcher(scrape); sample.find(); ) {
            Set<String> names = labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> names.add(label.group(1)));
            }
        }
        return labels;
    }

    private static String scrape(URI management) {
        var request = HttpRequest.newBuilder(management.resolve("/q/metrics")).build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Declaration(List<DeclaredMetric> metrics) {}
}
