package care.iop.progress.alert;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Reads the changes of the organization's alerts in their order, and notes who saw them. */
@ApplicationScoped
class AlertChanges {

    private static final int AT_ONCE = 100;

    private static final String NOW =
            "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) as tx";

    private static final String AFTER = """
            select cast(cast(c.tx as text) as bigint) as tx, c.id as id, c.alert_id as alert
              from alert_change c
             where c.organization_id = :organization
               and (c.tx, c.id) > (cast(cast(:tx as text) as xid8), :id)
               and c.tx < pg_snapshot_xmin(pg_current_snapshot())
             order by c.tx, c.id
             limit :most
            """;

    private final EntityManager entities;
    private final Alerts alerts;
    private final AccessAudit audit;
    private final Caller caller;

    AlertChanges(EntityManager entities, Alerts alerts, AccessAudit audit, Caller caller) {
        this.entities = entities;
        this.alerts = alerts;
        this.audit = audit;
        this.caller = caller;
    }

    /** A change of an alert, with the alert as it is now. */
    record Change(StreamPosition position, AlertView alert) {}

    /** What follows a position. Low alerts in quiet hours are left out: their end is a change of its own. */
    record Batch(StreamPosition upTo, List<Change> changes) {}

    /** The position after which only changes come that nobody could have read yet. */
    @Transactional
    StreamPosition now() {
        var first = entities.unwrap(Session.class)
                .createNativeQuery(NOW, Tuple.class)
                .addScalar("tx", Long.class)
                .getSingleResult()
                .get("tx", Long.class);
        return new StreamPosition(first, 0);
    }

    @Transactional
    Batch after(StreamPosition position) {
        var changes = new ArrayList<Change>();
        var seen = new ArrayList<UUID>();
        var upTo = position;
        for (var row : rows(position)) {
            upTo = new StreamPosition(row.get("tx", Long.class), row.get("id", Long.class));
            var alert = alerts.findById(row.get("alert", UUID.class));
            if (alert != null && alert.quietUntil() == null) {
                changes.add(new Change(upTo, AlertView.of(alert)));
                seen.add(alert.patientId());
            }
        }
        audit.readAll("Alert", seen);
        return new Batch(upTo, changes);
    }

    private List<Tuple> rows(StreamPosition position) {
        return entities.unwrap(Session.class)
                .createNativeQuery(AFTER, Tuple.class)
                .addScalar("tx", Long.class)
                .addScalar("id", Long.class)
                .addScalar("alert", UUID.class)
                .setParameter("organization", caller.organization())
                .setParameter("tx", String.valueOf(position.transaction()))
                .setParameter("id", position.number())
                .setParameter("most", AT_ONCE)
                .getResultList();
    }
}
