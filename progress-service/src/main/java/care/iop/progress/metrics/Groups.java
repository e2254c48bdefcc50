package care.iop.progress.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The groups of a cohort by key, with the whole of it beside them. */
final class Groups {

    private final Map<String, Group> byKey = new TreeMap<>();
    private final Group all = new Group(Group.ALL);

    /** Counts persons of a category in their group and in the whole. */
    void add(String key, String category, long persons) {
        of(key).add(category, persons);
        all.add(category, persons);
    }

    /** Counts persons who are left out. */
    void exclude(String key, String reason, long persons) {
        of(key).exclude(reason, persons);
        all.exclude(reason, persons);
    }

    /** Adds to a sum of the group and of the whole. */
    void sum(String key, String name, BigDecimal value) {
        of(key).values().merge(name, value, BigDecimal::add);
        all.values().merge(name, value, BigDecimal::add);
    }

    /** Sets a value of one group, or of the whole with {@link Group#ALL}, such as a median, which nobody can add up. */
    void value(String key, String name, BigDecimal value) {
        (key.equals(Group.ALL) ? all : of(key)).values().put(name, value);
    }

    private Group of(String key) {
        return byKey.computeIfAbsent(key, Group::new);
    }

    List<Group> groups() {
        return new ArrayList<>(byKey.values());
    }

    Group all() {
        return all;
    }
}
