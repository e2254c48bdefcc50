package care.iop.progress.patient;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All rows of progress that are of a patient, and what is counted of them. */
@ApplicationScoped
class PatientRows {

    /** Every table that keeps under whom its rows were recorded. */
    static final List<String> RECORDED = List.of(
            "check_in",
            "assessment_result",
            "assessment_review",
            "alert",
            "relapse_plan",
            "coping_prompt",
            "snooze",
            "homework",
            "support_meeting",
            "drug_test");

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

    private static final String MOVE =
            "update %s set patient_id = :survivor where organization_id = :organization and patient_id = :merged";

    /** With those of patients who were merged into this one before. */
    private static final String GIVE_BACK = """
            with recursive own as (
                select cast(:merged as uuid) as id
                union
                select m.merged_id from own join patient_merge m on m.survivor_id = own.id
                 where m.organization_id = :organization and not m.undone)
            update %s set patient_id = :merged
             where organization_id = :organization and patient_id = :survivor and recorded_as in (select id from own)
            """;

    private static final String EPISODES = """
            update episode set patient_id = :patient
             where organization_id = :organization and id in (:admissions)
            """;

    private static final List<String> RECOUNT = List.of(
            "delete from latest_check_in where organization_id = :organization and patient_id = :patient",
            """
            insert into latest_check_in (organization_id, patient_id, for_on, mood, craving)
            select organization_id, patient_id, for_on, mood, craving from check_in
             where organization_id = :organization and patient_id = :patient
             order by for_on desc, changed_at desc, id desc limit 1
            """,
            "delete from latest_score where organization_id = :organization and patient_id = :patient",
            """
            insert into latest_score (organization_id, patient_id, assessment_id, instrument, total, band, taken_at)
            select organization_id, patient_id, id, instrument, total, band, taken_at from assessment_result
             where organization_id = :organization and patient_id = :patient and instrument = :instrument and total is not null and band is not null
               and replaced_by is null and voided_at is null
             order by taken_at desc, recorded_at desc, id desc limit 1
            """,
            "delete from open_alerts where organization_id = :organization and patient_id = :patient",
            """
            insert into open_alerts (organization_id, patient_id, low, medium, high, critical)
            select organization_id, patient_id, count(*) filter (where severity = 'LOW'),
                   count(*) filter (where severity = 'MEDIUM'), count(*) filter (where severity = 'HIGH'),
                   count(*) filter (where severity = 'CRITICAL')
              from alert
             where organization_id = :organization and patient_id = :patient and acknowledged_at is null
             group by organization_id, patient_id
            """);

    private final EntityManager entities;
    private final Caller caller;
    private final String caseloadInstrument;

    PatientRows(
            EntityManager entities,
            Caller caller,
            @ConfigProperty(name = "iop.progress.caseload-instrument") String caseloadInstrument) {
        this.entities = entities;
        this.caller = caller;
        this.caseloadInstrument = caseloadInstrument;
    }

    /** Until the end of the transaction, nothing is written for either patient. */
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

    /** Gives all rows of the one patient to the survivor. */
    void move(PatientMerged merge) {
        give(MOVE, merge);
        episodesTo(merge.survivorId(), merge.admissionIds());
    }

    /** Gives the rows back that were recorded under the patient who had been merged. */
    void giveBack(PatientMerged merge) {
        give(GIVE_BACK, merge);
        episodesTo(merge.mergedId(), merge.admissionIds());
    }

    private void give(String update, PatientMerged merge) {
        for (var table : RECORDED) {
            query(update.formatted(table))
                    .setParameter("merged", merge.mergedId())
                    .setParameter("survivor", merge.survivorId())
                    .executeUpdate();
        }
    }

    private void episodesTo(UUID patientId, List<UUID> admissionIds) {
        if (!admissionIds.isEmpty()) {
            query(EPISODES)
                    .setParameter("patient", patientId)
                    .setParameter("admissions", admissionIds)
                    .executeUpdate();
        }
    }

    /** Counts anew what the caseload shows of the patient. */
    void recount(UUID patientId) {
        RECOUNT.forEach(statement -> {
            var recount = query(statement).setParameter("patient", patientId);
            if (statement.contains(":instrument")) {
                recount.setParameter("instrument", caseloadInstrument);
            }
            recount.executeUpdate();
        });
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql).setParameter("organization", caller.organization());
    }
}
