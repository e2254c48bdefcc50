package care.iop.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a query may name: the metrics that {@code metrics.yaml} declares, with their labels, and what Prometheus adds itself. */
final class Metrics {

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)?\\s*\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(?:=~|!~|!=|=)");
    private static final Pattern RATED = Pattern.compile("\\b(rate|increase)\\(\\s*([a-zA-Z_:][a-zA-Z0-9_:]*)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern WORD = Pattern.compile("(?<![\\w$:.])([a-zA-Z_:][a-zA-Z0-9_:]*)(\\s*\\()?");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "by", "without", "on");
    private static final Set<String> ADDED_LABELS = Set.of("job", "namespace", "pod", "instance");
    private static final Set<String> ADDED_METRICS = Set.of("up");

    private final Map<String, JsonNode> declared = new HashMap<>();

    Metrics(JsonNode declaration) {
        declaration
                .path("metrics")
                .forEach(metric -> declared.put(metric.path("name").asText(), metric));
    }

    Set<String> names() {
        return Set.copyOf(declared.keySet());
    }

    /** The declared metrics that the query names. */
    Set<String> namedIn(String query) {
        var names = new TreeSet<>(words(query));
        names.retainAll(declared.keySet());
        return names;
    }

    /** What is wrong with the names in a query: metrics and labels that nobody publishes, rates of what is no counter. */
    List<String> findings(String query) {
        var findings = new ArrayList<String>();
        for (var name : words(query)) {
            if (!declared.containsKey(name) && !ADDED_METRICS.contains(name)) {
                findings.add("no service publishes " + name);
            }
        }
        labels(query, findings);
        var rated = new TreeSet<String>();
        RATED.matcher(query).results().forEach(call -> rated.add(call.group(2)));
        for (var name : namedIn(query)) {
            var counter = declared.get(name).path("type").asText().equals("counter");
            if (counter != rated.contains(name)) {
                findings.add(name
                        + (counter
                                ? " is a counter and is shown without its rate"
                                : " is no counter, and has no rate"));
            }
        }
        return findings;
    }

    private void labels(String query, List<String> findings) {
        for (var selector : SELECTOR.matcher(query).results().toList()) {
            var name = selector.group(1) == null ? "" : selector.group(1);
            var known = new TreeSet<>(ADDED_LABELS);
            if (declared.containsKey(name)) {
                declared.get(name).path("labels").forEach(label -> known.add(label.asText()));
            }
            var plain = STRING.matcher(selector.group(2)).replaceAll("\"\"");
            LABEL.matcher(plain)
                    .results()
                    .map(label -> label.group(1))
                    .filter(label -> !known.contains(label))
                    .forEach(label -> findings.add(name + " has no label " + label));
        }
    }

    /** Everything in the query that can only be the name of a metric. */
    private static Set<String> words(String query) {
        // Braces in texts would end a selector too early.
        var plain = STRING.matcher(query).replaceAll("\"\"");
        plain = GROUPING.matcher(plain).replaceAll(" ");
        plain = plain.replaceAll("\\{[^}]*}", " ");
        plain = RANGE.matcher(plain).replaceAll(" ");
        var words = new TreeSet<String>();
        WORD.matcher(plain)
                .results()
                .filter(word -> word.group(2) == null)
                .map(word -> word.group(1))
                .filter(word -> !WORDS.contains(word))
                .forEach(words::add);
        return words;
    }
}
