package care.iop.scheduling;

import care.iop.chassis.http.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conditions of one list query: filters that the caller gave, and the cursor. Rows come in order of identifier. */
public final class Conditions {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private Conditions() {}

    /** Rows that follow the page's cursor. */
    public static Conditions after(PageRequest page) {
        return new Conditions().and("id > :after", "after", page.after().orElse(BEFORE_ALL));
    }

    /** Adds a clause with its one parameter; a filter that was not given, a null value, adds nothing. */
    public Conditions and(String clause, String parameter, @Nullable Object value) {
        if (value != null) {
            clauses.add(clause);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** The clauses as HQL, with the order that keyset pages need. */
    public String hql() {
        return String.join(" and ", clauses) + " order by id";
    }

    /** The values by name. */
    public Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
