package care.iop.progress.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns counted groups into what callers see: shares made, and small cells with their complements hidden. */
final class ShowMetric {

    private static final int DECIMALS = 4;

    private final MetricDefinition definition;
    private final List<Group> groups;
    private final Group all;
    private final boolean[][] hidden;
    private final boolean[][] hiddenExclusions;
    private final List<String> exclusions;

    ShowMetric(MetricDefinition definition, Groups counted, int below) {
        this.definition = definition;
        this.groups = counted.groups();
        this.all = counted.all();
        this.hidden = Suppression.of(groups, all, definition.categories(), below);
        this.exclusions = List.copyOf(all.excluded().keySet());
        this.hiddenExclusions = Suppression.of(
                groups.stream().map(ShowMetric::excludedOnly).toList(), excludedOnly(all), exclusions, below);
    }

    private static Group excludedOnly(Group group) {
        return new Group(group.key(), group.excluded(), Map.of(), Map.of());
    }

    /** Whether anything is hidden. */
    boolean hidesSomething() {
        return IntStream.range(0, hidden.length)
                .anyMatch(row -> anyTrue(hidden[row]) || anyTrue(hiddenExclusions[row]));
    }

    private static boolean anyTrue(boolean[] flags) {
        for (var flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    MetricView.GroupView whole() {
        return view(all, groups.size());
    }

    List<MetricView.GroupView> parts() {
        return IntStream.range(0, groups.size())
                .mapToObj(row -> view(groups.get(row), row))
                .toList();
    }

    private MetricView.GroupView view(Group group, int row) {
        var persons = definition.categories().stream().mapToLong(group::count).sum();
        boolean personsHidden = hidden[row][definition.categories().size()];
        return new MetricView.GroupView(
                group.key(),
                personsHidden ? null : persons,
                shown(definition.categories(), group.counts(), hidden[row]),
                shown(exclusions, group.excluded(), hiddenExclusions[row]),
                definition.measures().stream()
                        .map(measure -> measure(measure, group, row, persons))
                        .toList(),
                personsHidden ? Map.of() : furtherSums(group));
    }

    private static Map<String, @Nullable Long> shown(List<String> names, Map<String, Long> counts, boolean[] hidden) {
        Map<String, @Nullable Long> shown = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            shown.put(names.get(i), hidden[i] ? null : counts.getOrDefault(names.get(i), 0L));
        }
        return new TreeMap<>(shown);
    }

    private MetricView.Measure measure(MeasureDefinition measure, Group group, int row, long persons) {
        return switch (measure.kind()) {
            case SHARE -> share(measure, group, row);
            case RATIO -> ratio(measure, group, row);
            case VALUE -> value(measure, group, row, persons);
        };
    }

    private MetricView.Measure share(MeasureDefinition measure, Group group, int row) {
        if (!canTell(measure.numeratorOf(), row) || !canTell(measure.denominatorOf(), row)) {
            return hiddenMeasure(measure);
        }
        return divided(measure, sum(group, measure.numeratorOf()), sum(group, measure.denominatorOf()));
    }

    /** The sum of some categories tells nothing that is hidden: each of them is shown, or all others and the whole are. */
    private boolean canTell(Set<String> categories, int row) {
        return noneHidden(categories, true, row)
                || (!hidden[row][definition.categories().size()] && noneHidden(categories, false, row));
    }

    private boolean noneHidden(Set<String> categories, boolean within, int row) {
        return IntStream.range(0, definition.categories().size())
                .filter(i -> categories.contains(definition.categories().get(i)) == within)
                .noneMatch(i -> hidden[row][i]);
    }

    private static BigDecimal sum(Group group, Set<String> categories) {
        return BigDecimal.valueOf(categories.stream().mapToLong(group::count).sum());
    }

    private MetricView.Measure ratio(MeasureDefinition measure, Group group, int row) {
        return hidden[row][definition.categories().size()]
                ? hiddenMeasure(measure)
                : divided(
                        measure,
                        group.values().getOrDefault(measure.code() + "_NUMERATOR", BigDecimal.ZERO),
                        group.values().getOrDefault(measure.code() + "_DENOMINATOR", BigDecimal.ZERO));
    }

    private MetricView.Measure value(MeasureDefinition measure, Group group, int row, long persons) {
        return hidden[row][definition.categories().size()]
                ? hiddenMeasure(measure)
                : new MetricView.Measure(
                        measure.code(),
                        null,
                        BigDecimal.valueOf(persons),
                        group.values().get(measure.code()),
                        false);
    }

    private static MetricView.Measure divided(MeasureDefinition measure, BigDecimal numerator, BigDecimal denominator) {
        return new MetricView.Measure(
                measure.code(),
                numerator,
                denominator,
                denominator.signum() == 0 ? null : numerator.divide(denominator, DECIMALS, RoundingMode.HALF_UP),
                false);
    }

    private static MetricView.Measure hiddenMeasure(MeasureDefinition measure) {
        return new MetricView.Measure(measure.code(), null, null, null, true);
    }

    /** Sums that are neither the numerator nor the denominator of a measure, nor a value of one. */
    private Map<String, BigDecimal> furtherSums(Group group) {
        var taken = new ArrayList<String>();
        definition
                .measures()
                .forEach(measure -> taken.addAll(
                        List.of(measure.code(), measure.code() + "_NUMERATOR", measure.code() + "_DENOMINATOR")));
        var further = new TreeMap<>(group.values());
        further.keySet().removeAll(taken);
        return further;
    }
}
