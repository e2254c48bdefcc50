package care.iop.progress.alert;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The alerts of the caller's organization. */
@ApplicationScoped
class Alerts implements PanacheRepositoryBase<Alert, UUID> {

    private static final List<AlertOutcome> ACTIONS =
            Stream.of(AlertOutcome.values()).filter(AlertOutcome::isAction).toList();

    private static final String TAKE_DUE = """
            select * from alert
             where organization_id = :organization and acknowledged_at is null and due_at <= :now
             order by due_at, id limit :most for update skip locked
            """;

    /** In SQL, which Hibernate need not translate anew for each alert. */
    private static final String OPEN_SINCE = """
            select severity from alert
             where organization_id = :organization and patient_id = :patient and rule = :rule and raised_at > :since
               and acknowledged_at is null and source_corrected_at is null
            """;

    private final Caller caller;

    Alerts(Caller caller) {
        this.caller = caller;
    }

    /** How severe the open alerts of one rule and patient are that were raised after this moment, by answers that stand. */
    List<Severity> openSince(AlertRule rule, UUID patientId, Instant since) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(OPEN_SINCE, Tuple.class)
                .addScalar("severity", String.class)
                .setParameter("organization", caller.organization())
                .setParameter("patient", patientId)
                .setParameter("rule", rule.name())
                .setParameter("since", since)
                .getResultList()
                .stream()
                .map(row -> Severity.valueOf(row.get("severity", String.class)))
                .toList();
    }

    /** The alerts that were raised by these records. */
    List<Alert> ofSources(List<UUID> sourceIds) {
        return list("sourceId in ?1 order by id", sourceIds);
    }

    /** Whether an alert of this rule and patient, of the same or a higher severity, is open or was raised after this moment. */
    boolean standsSince(AlertRule rule, Severity severity, UUID patientId, Instant since) {
        return list(
                        "patientId = ?1 and rule = ?2 and (raisedAt > ?3 or acknowledgedAt is null)",
                        patientId,
                        rule,
                        since)
                .stream()
                .anyMatch(alert -> alert.severity().isAtLeast(severity));
    }

    /** The open alerts that nobody answered in time, kept from others until the end of the transaction. */
    List<Alert> takeDue(Instant now, int most) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(TAKE_DUE, Alert.class)
                .setParameter("organization", caller.organization())
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
    }

    /** Ends the quiet of low alerts that have waited long enough. */
    int endQuiet(Instant now) {
        return update("update versioned Alert set quietUntil = null where quietUntil <= ?1", now);
    }

    /** How many alerts each person acknowledged in a time, and how many of them led to action. */
    List<BudgetRow> budget(Instant from, Instant to) {
        return getEntityManager()
                .createQuery("""
                        select new care.iop.progress.alert.BudgetRow(
                                 a.acknowledgedBy, count(*), sum(case when a.outcome in :actions then 1 else 0 end),
                                 sum(case when a.outcome is null then 1 else 0 end))
                          from Alert a
                         where a.acknowledgedAt >= :from and a.acknowledgedAt < :to
                         group by a.acknowledgedBy
                         order by a.acknowledgedBy
                        """, BudgetRow.class)
                .setParameter("actions", ACTIONS)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }

    /** How many were raised in a time. */
    long raised(Instant from, Instant to) {
        return count("raisedAt >= ?1 and raisedAt < ?2", from, to);
    }

    /** A page of alerts in the order in which they were raised. */
    List<Alert> page(AlertStatus status, @Nullable Severity severity, @Nullable UUID patientId, PageRequest page) {
        var query = new StringBuilder(
                switch (status) {
                    case OPEN -> "acknowledgedAt is null";
                    case ACKNOWLEDGED -> "acknowledgedAt is not null";
                });
        var parameters = new HashMap<String, Object>();
        if (severity != null) {
            query.append(" and severity = :severity");
            parameters.put("severity", severity);
        }
        if (patientId != null) {
            query.append(" and patientId = :patient");
            parameters.put("patient", patientId);
        }
        page.after().ifPresent(after -> {
            query.append(" and id > :after");
            parameters.put("after", after);
        });
        return find(query.append(" order by id").toString(), parameters)
                .page(0, page.rowsToQuery())
                .list();
    }
}
