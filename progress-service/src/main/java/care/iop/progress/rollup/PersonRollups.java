package care.iop.progress.rollup;

import care.iop.chassis.caller.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
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

    private static final String ATTENDANCE_COUNTS = """
            admission_id, week_starts_on, scheduled_units, program_cancelled_units, attended_units, unmarked_units, planned_minutes,
            delivered_minutes""";

    private static final String CHECK_IN_COUNTS = """
            admission_id, week_starts_on, reported_days, use_days, mood_sum, craving_sum, sleep_half_hours_sum""";

    private static final String DIFFERENT_ATTENDANCE = """
            select distinct admission_id as id from (
                (select %1$s from weekly_attendance where organization_id = :organization and admission_id in (:ids)
                 except select %1$s from attendance_by_week where organization_id = :organization and admission_id in (:ids))
                union all
                (select %1$s from attendance_by_week where organization_id = :organization and admission_id in (:ids)
                 except select %1$s from weekly_attendance where organization_id = :organization and admission_id in (:ids))) d
            """.formatted(ATTENDANCE_COUNTS);

    private static final String ATTENDANCE_DIFFERENCES = """
            select count(distinct week_starts_on) from (
                (select %1$s from weekly_attendance where organization_id = :organization and admission_id = :id
                 except select %1$s from attendance_by_week where organization_id = :organization and admission_id = :id)
                union all
                (select %1$s from attendance_by_week where organization_id = :organization and admission_id = :id
                 except select %1$s from weekly_attendance where organization_id = :organization and admission_id = :id)) d
            """.formatted(ATTENDANCE_COUNTS);

    private static final String FORGET_ATTENDANCE =
            "delete from weekly_attendance where organization_id = :organization and admission_id = :id";

    private static final String RECOUNT_ATTENDANCE = """
            insert into weekly_attendance (organization_id, %1$s)
            select organization_id, %1$s from attendance_by_week where organization_id = :organization and admission_id = :id
            """.formatted(ATTENDANCE_COUNTS);

    /** What is stored of the patients' admissions beside what their reports come to. */
    private static final String CHECK_INS_BOTH_WAYS = """
            (select e.patient_id, %2$s from weekly_check_ins w join episode e on e.organization_id = w.organization_id and e.id = w.admission_id
              where e.organization_id = :organization and e.patient_id %1$s
             except select patient_id, %3$s from check_ins_by_week where organization_id = :organization and patient_id %1$s)
            union all
            (select patient_id, %3$s from check_ins_by_week where organization_id = :organization and patient_id %1$s
             except select e.patient_id, %2$s from weekly_check_ins w join episode e on e.organization_id = w.organization_id and e.id = w.admission_id
              where e.organization_id = :organization and e.patient_id %1$s)""";

    private static final String DIFFERENT_CHECK_INS = "select distinct patient_id as id from ("
            + CHECK_INS_BOTH_WAYS.formatted("in (:ids)", "w." + CHECK_IN_COUNTS.replace(", ", ", w."), CHECK_IN_COUNTS)
            + ") d";

    private static final String CHECK_IN_DIFFERENCES = "select count(distinct (admission_id, week_starts_on)) from ("
            + CHECK_INS_BOTH_WAYS.formatted("= :id", "w." + CHECK_IN_COUNTS.replace(", ", ", w."), CHECK_IN_COUNTS)
            + ") d";

    private static final String PATIENT_OF =
            "select patient_id as id from episode where organization_id = :organization and id in (:ids)";

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
        follow(patients, admission, () -> {
            change.run();
            patients.forEach(
                    patient -> query(CHECK_INS).setParameter("patient", patient).executeUpdate());
        });
    }

    /** Takes back what the patients gave to programs, lets the weeks of their admissions change, and adds it anew. */
    private void follow(List<UUID> patients, @Nullable UUID admission, Runnable change) {
        hold(patients, admission);
        patients.forEach(patient -> programWeeks(patient, -1));
        change.run();
        patients.forEach(patient -> programWeeks(patient, 1));
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

    /**
     * Counts the weeks of attendance of these admissions anew, each that differs in a transaction of its own.
     *
     * @return how many weeks differed
     */
    public int mendAttendance(List<UUID> admissions) {
        return QuarkusTransaction.requiringNew().call(() -> ids(DIFFERENT_ATTENDANCE, admissions)).stream()
                .mapToInt(admission -> QuarkusTransaction.requiringNew().call(() -> recountAttendance(admission)))
                .sum();
    }

    /**
     * Counts the weeks of attendance of an admission anew, in the caller's transaction.
     *
     * @return how many weeks differed
     */
    @Transactional(TxType.MANDATORY)
    public int recountAttendance(UUID admission) {
        var patients = ids(PATIENT_OF, List.of(admission));
        hold(patients, admission);
        int differing = number(ATTENDANCE_DIFFERENCES, admission);
        follow(patients, admission, () -> {
            query(FORGET_ATTENDANCE).setParameter("id", admission).executeUpdate();
            query(RECOUNT_ATTENDANCE).setParameter("id", admission).executeUpdate();
        });
        return differing;
    }

    /**
     * Counts the weeks of check-ins of these patients' admissions anew, each person that differs in a transaction of its own.
     *
     * @return how many weeks differed
     */
    public int mendCheckIns(List<UUID> patients) {
        return QuarkusTransaction.requiringNew().call(() -> ids(DIFFERENT_CHECK_INS, patients)).stream()
                .mapToInt(patient -> QuarkusTransaction.requiringNew().call(() -> mendCheckIns(patient)))
                .sum();
    }

    private int mendCheckIns(UUID patient) {
        hold(List.of(patient), null);
        int differing = number(CHECK_IN_DIFFERENCES, patient);
        whileChanging(List.of(patient), null, () -> {});
        return differing;
    }

    /**
     * Adds to a program's weeks what is missing to the sum of its admissions. Sum and weeks are of one moment, the one statement's, so
     * that nobody has to wait.
     *
     * @return how many weeks differed
     */
    @Transactional(TxType.MANDATORY)
    public int mendProgram(UUID program) {
        return query(ProgramWeekSql.MEND).setParameter("program", program).executeUpdate();
    }

    private List<UUID> ids(String sql, List<UUID> among) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .addScalar("id", UUID.class)
                .setParameter("organization", caller.organization())
                .setParameterList("ids", among)
                .getResultList()
                .stream()
                .map(row -> row.get("id", UUID.class))
                .toList();
    }

    private int number(String sql, UUID id) {
        return ((Number) query(sql).setParameter("id", id).getSingleResult()).intValue();
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
