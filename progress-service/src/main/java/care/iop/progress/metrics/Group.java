package care.iop.progress.metrics;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted of one group of a cohort, or of all of it, before anything is hidden.
 *
 * @param counts persons by category; together the group
 * @param values sums, medians and the like by name; none for a group without a person
 * @param excluded persons who are left out, by reason
 */
record Group(String key, Map<String, Long> counts, Map<String, BigDecimal> values, Map<String, Long> excluded) {

    /** The key of the whole cohort. */
    static final String ALL = "ALL";

    Group(String key) {
        this(key, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    long count(String category) {
        return counts.getOrDefault(category, 0L);
    }

    void add(String category, long persons) {
        counts.merge(category, persons, Long::sum);
    }

    void exclude(String reason, long persons) {
        excluded.merge(reason, persons, Long::sum);
    }
}
