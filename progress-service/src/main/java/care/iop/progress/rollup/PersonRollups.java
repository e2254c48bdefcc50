package care.iop.progress.rollup;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the weeks of admissions and programs right when it changes which day belongs to whose admission in which program:
 * with an admission, a discharge, a merge. What the persons gave is taken back, and added anew after the change.
 */
@ApplicationScoped
public class PersonRollups {

    /** The locks under which reports and attendance of this patient and admission are written. */
    private static final String HOLD =
            "select 1 from pg_advisory_xact_lock(hashtextextended(:organization || ' ' || cast(:id as text), 0))";

    private static final String HOLD_ADMISSIONS = """
            select 1
              from (select organization_id, id from episode
                     where organization_id = :organization and patient_id = :patient order by id) of_patient,
                   pg_advisory_xact_lock(hashtextextended(of_patient.organization_id || ' ' || of_patient.id, 0))
            """;

    private static final String PROGRAM_WEEKS = "call add_program_weeks(:organization, :patient, :direction)";

    private static final String CHECK_INS = "call recount_check_ins(:organization, :patient)";

    private final EntityManager entities;
    private final Caller caller;

    PersonRollups(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /**
     * Runs the change while nobody writes facts of these patients, and lets the rollups follow.
     *
     * @param admission an admission of theirs that may not be known yet; null when there is none
     */
    @Transactional(TxType.MANDATORY)
    public void whileChanging(List<UUID> patients, @Nullable UUID admission, Runnable change) {
        hold(patients, admission);
        patients.forEach(patient -> programWeeks(patient, -1));
        change.run();
        patients.forEach(patient -> {
            query(CHECK_INS).setParameter("patient", patient).executeUpdate();
            programWeeks(patient, 1);
        });
    }

    /** Until the end of the transaction, nobody else writes facts of these patients. */
    void hold(List<UUID> patients, @Nullable UUID admission) {
        patients.forEach(patient -> query(HOLD).setParameter("id", patient).getSingleResult());
        if (admission != null) {
            query(HOLD).setParameter("id", admission).getSingleResult();
        }
        patients.forEach(patient ->
                query(HOLD_ADMISSIONS).setParameter("patient", patient).getResultList());
    }

    private void programWeeks(UUID patient, int direction) {
        query(PROGRAM_WEEKS)
                .setParameter("patient", patient)
                .setParameter("direction", direction)
                .executeUpdate();
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql).setParameter("organization", caller.organization());
    }
}
