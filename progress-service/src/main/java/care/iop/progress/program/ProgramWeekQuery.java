package care.iop.progress.program;

import care.iop.chassis.caller.Caller;
import care.iop.progress.attendance.IsoWeek;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Reads the weeks of a program from the rollup, never from what was reported. */
@ApplicationScoped
class ProgramWeekQuery {

    private static final List<String> COUNTS = List.of(
            "admitted",
            "ended",
            "people_reporting",
            "people_using",
            "reported_days",
            "use_days",
            "mood_sum",
            "craving_sum",
            "sleep_half_hours_sum",
            "scheduled_units",
            "program_cancelled_units",
            "attended_units",
            "unmarked_units",
            "planned_minutes",
            "delivered_minutes");

    private static final String WEEKS = """
            select week_starts_on, %s from program_week_now
             where organization_id = :organization and program_id = :program and week_starts_on between :from and :to
             order by week_starts_on desc
             limit :most
            """.formatted(String.join(", ", COUNTS));

    private static final String KNOWN =
            "select exists(select 1 from episode where organization_id = :organization and program_id = :program) as known";

    private final EntityManager entities;
    private final Caller caller;

    ProgramWeekQuery(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** Whether anybody was ever admitted to this program of the caller's organization. */
    boolean isKnown(UUID programId) {
        return entities.unwrap(Session.class)
                .createNativeQuery(KNOWN, Tuple.class)
                .addScalar("known", Boolean.class)
                .setParameter("organization", caller.organization())
                .setParameter("program", programId)
                .getSingleResult()
                .get("known", Boolean.class);
    }

    /** The newest weeks within a range in which anything happened, newest first. */
    List<ProgramWeekRow> newest(UUID programId, IsoWeek from, IsoWeek to, int most) {
        var query = entities.unwrap(Session.class)
                .createNativeQuery(WEEKS, Tuple.class)
                .addScalar("week_starts_on", LocalDate.class);
        COUNTS.forEach(count -> query.addScalar(count, Integer.class));
        return query
                .setParameter("organization", caller.organization())
                .setParameter("program", programId)
                .setParameter("from", from.startsOn())
                .setParameter("to", to.startsOn())
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(ProgramWeekQuery::row)
                .toList();
    }

    private static ProgramWeekRow row(Tuple row) {
        return new ProgramWeekRow(
                row.get("week_starts_on", LocalDate.class),
                count(row, "admitted"),
                count(row, "ended"),
                count(row, "people_reporting"),
                count(row, "people_using"),
                count(row, "reported_days"),
                count(row, "use_days"),
                count(row, "mood_sum"),
                count(row, "craving_sum"),
                count(row, "sleep_half_hours_sum"),
                count(row, "scheduled_units"),
                count(row, "program_cancelled_units"),
                count(row, "attended_units"),
                count(row, "unmarked_units"),
                count(row, "planned_minutes"),
                count(row, "delivered_minutes"));
    }

    private static int count(Tuple row, String name) {
        return row.get(name, Integer.class);
    }
}
