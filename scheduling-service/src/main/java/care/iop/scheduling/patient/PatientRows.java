package care.iop.scheduling.patient;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The enrollments of a patient, and the bookings that go with them. Marks of attendance stay as they were made. */
@ApplicationScoped
class PatientRows {

    private static final Logger LOG = Logger.getLogger(PatientRows.class);

    /** Writers hold the same locks shared, in the same order, see {@code current_patient} in the schema. */
    private static final String WAIT =
            "select 1 from pg_advisory_xact_lock(hashtextextended(:organization || ' ' || cast(:patient as text), 0))";

    private static final String NOTE = """
            insert into patient_merge (organization_id, id, source_version, merged_id, survivor_id, undone)
            values (:organization, :merge, :version, :merged, :survivor, :undone)
            on conflict (organization_id, id) do update
               set source_version = excluded.source_version, undone = excluded.undone
             where patient_merge.source_version < excluded.source_version
            """;

    /** Who takes a seat holds the enrollment until commit, so that no booking is missed between this and the next. */
    private static final String ENROLLMENTS = """
            with held as (
                select id from enrollment
                 where organization_id = :organization and id in (:admissions) order by id for update)
            update enrollment e set patient_id = :patient from held
             where e.organization_id = :organization and e.id = held.id
            """;

    /** One person can't sit in two sessions at a time: what two records once had at the same time stays as it was. */
    private static final String BOOKINGS = """
            update booking b set patient_id = :patient
             where b.organization_id = :organization and b.enrollment_id in (:admissions)
               and not (b.status in ('HELD', 'BOOKED') and exists (
                   select from booking other
                    where other.organization_id = b.organization_id and other.patient_id = :patient
                      and other.status in ('HELD', 'BOOKED') and other.during && b.during and other.id <> b.id))
            """;

    private static final String LEFT = """
            select count(*) from booking
             where organization_id = :organization and enrollment_id in (:admissions) and patient_id <> :patient
            """;

    private final EntityManager entities;
    private final Caller caller;

    PatientRows(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** Until the end of the transaction, nobody is enrolled as either patient. */
    void waitForWriters(PatientMerged merge) {
        for (var patient : List.of(merge.mergedId(), merge.survivorId())) {
            query(WAIT).setParameter("patient", patient).getSingleResult();
        }
    }

    /** Keeps that the merge is in force or undone; false when this or something newer of it is known already. */
    boolean note(PatientMerged merge, long version, boolean undone) {
        return query(NOTE)
                        .setParameter("merge", merge.mergeId())
                        .setParameter("version", version)
                        .setParameter("merged", merge.mergedId())
                        .setParameter("survivor", merge.survivorId())
                        .setParameter("undone", undone)
                        .executeUpdate()
                == 1;
    }

    /** Gives the enrollments of these admissions to the patient, and their bookings. */
    void give(List<UUID> admissionIds, UUID patientId) {
        if (admissionIds.isEmpty()) {
            return;
        }
        of(ENROLLMENTS, admissionIds, patientId).executeUpdate();
        of(BOOKINGS, admissionIds, patientId).executeUpdate();
        var left = ((Number) of(LEFT, admissionIds, patientId).getSingleResult()).longValue();
        if (left > 0) {
            LOG.warnf("%d bookings stay with a merged record: the person has others at the same time", left);
        }
    }

    private Query of(String sql, List<UUID> admissionIds, UUID patientId) {
        return query(sql).setParameter("admissions", admissionIds).setParameter("patient", patientId);
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql).setParameter("organization", caller.organization());
    }
}
