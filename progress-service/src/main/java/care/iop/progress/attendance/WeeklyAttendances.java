package care.iop.progress.attendance;

import care.iop.chassis.caller.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The weekly rollup of the caller's organization; the program's weeks follow it in the same statements. */
@ApplicationScoped
class WeeklyAttendances implements PanacheRepositoryBase<WeeklyAttendance, WeeklyAttendance.Key> {

    /** Whoever changes an episode waits, so that none of its weeks is missed, see {@code PersonRollups}. */
    private static final String HOLD = """
            select 1 from pg_advisory_xact_lock_shared(hashtextextended(:organization || ' ' || cast(:admission as text), 0))
            """;

    private static final String ADD = """
            with week as (
                insert into weekly_attendance as w (organization_id, admission_id, week_starts_on, scheduled_units,
                            program_cancelled_units, attended_units, unmarked_units, planned_minutes, delivered_minutes)
                values (:organization, :admission, :startsOn, :scheduled, :programCancelled, :attended, :unmarked, :planned,
                        :delivered)
                on conflict (organization_id, admission_id, week_starts_on) do update
                   set scheduled_units = w.scheduled_units + excluded.scheduled_units,
                       program_cancelled_units = w.program_cancelled_units + excluded.program_cancelled_units,
                       attended_units = w.attended_units + excluded.attended_units,
                       unmarked_units = w.unmarked_units + excluded.unmarked_units,
                       planned_minutes = w.planned_minutes + excluded.planned_minutes,
                       delivered_minutes = w.delivered_minutes + excluded.delivered_minutes)
            """;

    /** The row is there: what is taken back was added to it. */
    private static final String TAKE_BACK = """
            with week as (
                update weekly_attendance
                   set scheduled_units = scheduled_units + :scheduled,
                       program_cancelled_units = program_cancelled_units + :programCancelled,
                       attended_units = attended_units + :attended,
                       unmarked_units = unmarked_units + :unmarked,
                       planned_minutes = planned_minutes + :planned,
                       delivered_minutes = delivered_minutes + :delivered
                 where organization_id = :organization and admission_id = :admission and week_starts_on = :startsOn)
            """;

    private static final String PROGRAM = """
            insert into program_week_change (organization_id, program_id, week_starts_on, scheduled_units,
                        program_cancelled_units, attended_units, unmarked_units, planned_minutes, delivered_minutes)
            select organization_id, program_id, cast(:startsOn as date), :scheduled, :programCancelled, :attended, :unmarked,
                   :planned, :delivered
              from episode where organization_id = :organization and id = :admission
            """;

    private static final String FORGET_EMPTY = """
            delete from weekly_attendance
             where organization_id = :organization and admission_id = :admission and week_starts_on = :startsOn
               and scheduled_units = 0
            """;

    private final Caller caller;

    WeeklyAttendances(Caller caller) {
        this.caller = caller;
    }

    /** Changes one week by a difference; a week that comes to nothing has no row. */
    void apply(WeekChange change) {
        var difference = change.difference();
        if (difference.equals(WeekShare.NONE)) {
            return;
        }
        getEntityManager()
                .createNativeQuery(HOLD)
                .setParameter("organization", caller.organization())
                .setParameter("admission", change.admissionId())
                .getSingleResult();
        boolean adding = difference.scheduledUnits() > 0;
        getEntityManager()
                .createNativeQuery((adding ? ADD : TAKE_BACK) + PROGRAM)
                .setParameter("organization", caller.organization())
                .setParameter("admission", change.admissionId())
                .setParameter("startsOn", change.week().startsOn())
                .setParameter("scheduled", difference.scheduledUnits())
                .setParameter("programCancelled", difference.programCancelledUnits())
                .setParameter("attended", difference.attendedUnits())
                .setParameter("unmarked", difference.unmarkedUnits())
                .setParameter("planned", difference.plannedMinutes())
                .setParameter("delivered", difference.deliveredMinutes())
                .executeUpdate();
        if (!adding) {
            forgetEmpty(change);
        }
    }

    private void forgetEmpty(WeekChange change) {
        getEntityManager()
                .createNativeQuery(FORGET_EMPTY)
                .setParameter("organization", caller.organization())
                .setParameter("admission", change.admissionId())
                .setParameter("startsOn", change.week().startsOn())
                .executeUpdate();
    }

    /** The newest weeks of an admission within a range, newest first. */
    List<WeeklyAttendance> newest(UUID admissionId, IsoWeek from, IsoWeek to, int limit) {
        return find(
                        "admissionId = ?1 and weekStartsOn between ?2 and ?3 order by weekStartsOn desc",
                        admissionId,
                        from.startsOn(),
                        to.startsOn())
                .page(0, limit)
                .list();
    }
}
