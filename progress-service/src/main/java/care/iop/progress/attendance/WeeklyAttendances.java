package care.iop.progress.attendance;

import care.iop.chassis.caller.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The weekly rollup of the caller's organization. */
@ApplicationScoped
class WeeklyAttendances implements PanacheRepositoryBase<WeeklyAttendance, WeeklyAttendance.Key> {

    private static final String OPEN = """
            insert into weekly_attendance (organization_id, admission_id, week_starts_on, scheduled_units,
                                           program_cancelled_units, attended_units, unmarked_units, planned_minutes,
                                           delivered_minutes)
            values (:organization, :admission, :startsOn, 0, 0, 0, 0, 0, 0)
            on conflict do nothing
            """;

    private static final String ADD = """
            update weekly_attendance
               set scheduled_units = scheduled_units + :scheduled,
                   program_cancelled_units = program_cancelled_units + :programCancelled,
                   attended_units = attended_units + :attended,
                   unmarked_units = unmarked_units + :unmarked,
                   planned_minutes = planned_minutes + :planned,
                   delivered_minutes = delivered_minutes + :delivered
             where organization_id = :organization and admission_id = :admission and week_starts_on = :startsOn
            """;

    private final Caller caller;

    WeeklyAttendances(Caller caller) {
        this.caller = caller;
    }

    /** Changes one week by a difference. Two statements, for the row's checks would refuse a negative difference as an insert. */
    void apply(WeekChange change) {
        var difference = change.difference();
        var entities = getEntityManager();
        entities.createNativeQuery(OPEN)
                .setParameter("organization", caller.organization())
                .setParameter("admission", change.admissionId())
                .setParameter("startsOn", change.week().startsOn())
                .executeUpdate();
        entities.createNativeQuery(ADD)
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
