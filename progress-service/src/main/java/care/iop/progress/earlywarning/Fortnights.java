package care.iop.progress.earlywarning;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Reads the two weeks before Mondays from the rollups of the caller's organization, never from single reports. */
@ApplicationScoped
class Fortnights {

    /** As many as a model needs; more only take longer. */
    static final int MOST_EXAMPLES = 100_000;

    private static final int LEAST_DAYS = 7;

    private static final String WEEKS = """
            select e.id as admission, e.patient_id as patient, m.monday as monday,
                   m.monday - e.admitted_on as days,
                   coalesce(c.reported, 0) as reported, coalesce(c.uses, 0) as uses, coalesce(c.mood, 0) as mood,
                   coalesce(c.craving, 0) as craving, coalesce(a.marked, 0) as marked, coalesce(a.missed, 0) as missed,
                   case when c.last_bits is null then 14
                        else m.monday - c.last_week - 7
                             + strpos(cast(cast(cast(c.last_bits as integer) as bit(7)) as text), '1') end as silent,
                   %s as dropped_out
              from episode e
             cross join lateral (%s) m
              left join lateral (
                    select sum(days_in(reported_days)) as reported, sum(days_in(use_days)) as uses,
                           sum(mood_sum) as mood, sum(craving_sum) as craving,
                           max(week_starts_on) as last_week,
                           (array_agg(reported_days order by week_starts_on desc))[1] as last_bits
                      from weekly_check_ins w
                     where w.organization_id = e.organization_id and w.admission_id = e.id
                       and w.week_starts_on in (m.monday - 7, m.monday - 14)) c on true
              left join lateral (
                    select sum(scheduled_units - program_cancelled_units - unmarked_units) as marked,
                           sum(scheduled_units - program_cancelled_units - unmarked_units - attended_units) as missed
                      from weekly_attendance w
                     where w.organization_id = e.organization_id and w.admission_id = e.id
                       and w.week_starts_on in (m.monday - 7, m.monday - 14)) a on true
             where e.organization_id = :organization
            """;

    /** Every Monday of an episode of which it is known how the 14 days after it went. */
    private static final String EXAMPLES = WEEKS.formatted(
                    "(e.ended_on is not null and e.ended_on < m.monday + 14 and e.teds_reason = 2)",
                    """
                    select cast(day as date) as monday
                      from generate_series(week_of(e.admitted_on + %d) + 7,
                                           least(coalesce(e.ended_on, cast(:through as date)), cast(:through as date) - 14),
                                           interval '7 days') day""".formatted(LEAST_DAYS - 1))
            + " and e.admitted_on <= cast(:through as date) order by md5(cast(e.id as text)), m.monday limit :most";

    private static final String OPEN = WEEKS.formatted("null", "select cast(:monday as date) as monday")
            + " and e.ended_on is null and e.admitted_on <= cast(:monday as date) - " + LEAST_DAYS;

    private final EntityManager entities;
    private final Caller caller;

    Fortnights(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** Weeks of which the outcome is known, from all parts of the organization when there are too many. */
    List<Fortnight> examples(LocalDate through) {
        return rows(query(EXAMPLES).setParameter("through", through).setParameter("most", MOST_EXAMPLES));
    }

    /** The weeks before this Monday of everybody in treatment for at least a week, of one program or of all. */
    List<Fortnight> open(LocalDate monday, @Nullable UUID program) {
        var query = query(program == null ? OPEN : OPEN + " and e.program_id = :program")
                .setParameter("monday", monday);
        if (program != null) {
            query.setParameter("program", program);
        }
        return rows(query);
    }

    private NativeQuery<Tuple> query(String sql) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .addScalar("admission", UUID.class)
                .addScalar("patient", UUID.class)
                .addScalar("monday", LocalDate.class)
                .addScalar("days", Integer.class)
                .addScalar("reported", Integer.class)
                .addScalar("uses", Integer.class)
                .addScalar("mood", Integer.class)
                .addScalar("craving", Integer.class)
                .addScalar("silent", Integer.class)
                .addScalar("marked", Integer.class)
                .addScalar("missed", Integer.class)
                .addScalar("dropped_out", Boolean.class)
                .setParameter("organization", caller.organization());
    }

    private static List<Fortnight> rows(NativeQuery<Tuple> query) {
        return query.getResultList().stream()
                .map(row -> new Fortnight(
                        row.get("admission", UUID.class),
                        row.get("patient", UUID.class),
                        row.get("monday", LocalDate.class),
                        row.get("days", Integer.class),
                        row.get("reported", Integer.class),
                        row.get("uses", Integer.class),
                        row.get("mood", Integer.class),
                        row.get("craving", Integer.class),
                        Math.min(Fortnight.DAYS, row.get("silent", Integer.class)),
                        row.get("marked", Integer.class),
                        row.get("missed", Integer.class),
                        row.get("dropped_out", Boolean.class)))
                .toList();
    }
}
