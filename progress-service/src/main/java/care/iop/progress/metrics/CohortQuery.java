package care.iop.progress.metrics;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Runs the metrics' queries over the caller's organization. In them {@code {group}} is a group and {@code {cohort}} the episodes. */
@ApplicationScoped
class CohortQuery {

    private final EntityManager entities;
    private final Caller caller;

    CohortQuery(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** Rows of a query that counts: its columns are {@code grp}, {@code category} and {@code persons}. */
    Groups counts(String sql, Cohort cohort, @Nullable Dimension by, Map<String, ?> parameters) {
        var groups = new Groups();
        for (var row : query(sql, cohort, by, parameters)
                .addScalar("grp", String.class)
                .addScalar("category", String.class)
                .addScalar("persons", Long.class)
                .getResultList()) {
            var category = row.get("category", String.class);
            var persons = row.get("persons", Long.class);
            var key = row.get("grp", String.class);
            if (category.startsWith("-")) {
                groups.exclude(key, category.substring(1), persons);
            } else {
                groups.add(key, category, persons);
            }
        }
        return groups;
    }

    /** Rows with numbers of these names beside {@code grp}, which is null for the whole where the query makes such a row. */
    List<Tuple> numbers(
            String sql, Cohort cohort, @Nullable Dimension by, Map<String, ?> parameters, List<String> names) {
        var query = query(sql, cohort, by, parameters).addScalar("grp", String.class);
        names.forEach(name -> query.addScalar(name, BigDecimal.class));
        return query.getResultList();
    }

    private NativeQuery<Tuple> query(String sql, Cohort cohort, @Nullable Dimension by, Map<String, ?> parameters) {
        var query = entities.unwrap(Session.class)
                .createNativeQuery(
                        sql.replace("{group}", by == null ? "cast('" + Group.ALL + "' as text)" : by.sql())
                                .replace("{cohort}", Cohort.EPISODES)
                                .replace("{ended}", Cohort.ENDED),
                        Tuple.class);
        parameters.forEach(query::setParameter);
        return cohort.bind(query, caller.organization());
    }
}
