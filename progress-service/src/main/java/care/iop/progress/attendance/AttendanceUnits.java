package care.iop.progress.attendance;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The booked sessions of the organization whose event is being heard, each as the newest event about it has it. Versions of a
 * booking grow across both of scheduling's topics, so the order in which events arrive has no effect on where it ends. Rows
 * are in the table of their month; {@code attendance_unit_day} knows the day of each and is the lock under which it changes.
 */
@ApplicationScoped
class AttendanceUnits {

    private static final String ADD = """
            with fresh as (
                insert into attendance_unit_day (organization_id, id, session_on)
                values (:organization, :id, :sessionOn)
                on conflict do nothing returning id)
            insert into attendance_unit (organization_id, id, source_version, admission_id, session_on, status,
                                         planned_minutes, delivered_minutes, track, kind)
            select :organization, fresh.id, :version, :admission, :sessionOn, :status, :planned, :delivered, :track, :kind from fresh
            """;

    private static final String LOCK = """
            select session_on from attendance_unit_day where organization_id = :organization and id = :id for update
            """;

    private static final String READ = """
            select source_version, admission_id, status, planned_minutes, delivered_minutes, track, kind from attendance_unit
             where organization_id = :organization and id = :id and session_on = :sessionOn
            """;

    private static final String REPLACE = """
            with day as (
                update attendance_unit_day set session_on = :sessionOn
                 where organization_id = :organization and id = :id and session_on <> :sessionOn)
            update attendance_unit
               set source_version = :version, admission_id = :admission, session_on = :sessionOn, status = :status,
                   planned_minutes = :planned, delivered_minutes = :delivered, track = coalesce(:track, track),
                   kind = coalesce(:kind, kind)
             where organization_id = :organization and id = :id and session_on = :before
            """;

    private static final String MET_OR_MISSED = """
            select status from attendance_unit
             where organization_id = :organization and admission_id = :admission and session_on <= :upTo
               and status in ('ATTENDED', 'LATE', 'PARTIAL', 'NO_SHOW')
             order by session_on desc, id desc
             limit :most
            """;

    private final EntityManager entities;
    private final Caller caller;

    AttendanceUnits(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** A unit as it is stored. */
    record Stored(long version, UnitFacts facts) {

        boolean knows(long other) {
            return version >= other;
        }
    }

    /** Adds a unit; false when one with this id is there, waiting for whoever is just adding it on the other topic. */
    boolean add(UUID id, long version, UnitFacts facts) {
        return write(ADD, id, version, facts).executeUpdate() == 1;
    }

    /** The unit, held until the end of the transaction. */
    Stored lock(UUID id) {
        var sessionOn = query(LOCK)
                .addScalar("session_on", LocalDate.class)
                .setParameter("id", id)
                .getSingleResult()
                .get("session_on", LocalDate.class);
        var row = query(READ)
                .addScalar("source_version", Long.class)
                .addScalar("admission_id", UUID.class)
                .addScalar("status", String.class)
                .addScalar("planned_minutes", Integer.class)
                .addScalar("delivered_minutes", Integer.class)
                .addScalar("track", String.class)
                .addScalar("kind", String.class)
                .setParameter("id", id)
                .setParameter("sessionOn", sessionOn)
                .getSingleResult();
        return new Stored(
                row.get("source_version", Long.class),
                new UnitFacts(
                        row.get("admission_id", UUID.class),
                        sessionOn,
                        UnitStatus.valueOf(row.get("status", String.class)),
                        row.get("planned_minutes", Integer.class),
                        row.get("delivered_minutes", Integer.class),
                        row.get("track", String.class),
                        row.get("kind", String.class)));
    }

    /** Replaces what a locked unit says; a unit that is moved to another month changes its table. */
    void replace(UUID id, Stored before, long version, UnitFacts newest) {
        int changed = write(REPLACE, id, version, newest)
                .setParameter("before", before.facts().sessionOn())
                .executeUpdate();
        if (changed != 1) {
            throw new IllegalStateException("unit " + id + " is not where it should be");
        }
    }

    /** The newest sessions of an admission up to a day that the person came to or missed without notice, newest first. */
    List<UnitStatus> metOrMissed(UUID admissionId, LocalDate upTo, int most) {
        return query(MET_OR_MISSED)
                .addScalar("status", String.class)
                .setParameter("admission", admissionId)
                .setParameter("upTo", upTo)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> UnitStatus.valueOf(row.get("status", String.class)))
                .toList();
    }

    private Query write(String statement, UUID id, long version, UnitFacts facts) {
        return entities.createNativeQuery(statement)
                .setParameter("organization", caller.organization())
                .setParameter("id", id)
                .setParameter("version", version)
                .setParameter("admission", facts.admissionId())
                .setParameter("sessionOn", facts.sessionOn())
                .setParameter("status", facts.status().name())
                .setParameter("planned", facts.plannedMinutes())
                .setParameter("delivered", facts.deliveredMinutes())
                .setParameter("track", facts.track())
                .setParameter("kind", facts.kind());
    }

    private NativeQuery<Tuple> query(String statement) {
        return entities.unwrap(Session.class)
                .createNativeQuery(statement, Tuple.class)
                .setParameter("organization", caller.organization());
    }
}
