package care.iop.progress.rollup;

import java.util.List;
import java.util.stream.Collectors;

/** Statements over all the counts of a program's week, written out from one list of them. */
final class ProgramWeekSql {

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

    /** Folds all committed differences, if no other instance is at it. */
    static final String FOLD = """
            with turn as materialized (select pg_try_advisory_xact_lock(hashtextextended('fold program_week', 0)) as mine),
            taken as (delete from program_week_change c using turn where turn.mine returning c.*)
            insert into program_week as p (organization_id, program_id, week_starts_on, %s)
            select organization_id, program_id, week_starts_on, %s from taken
             group by organization_id, program_id, week_starts_on
            on conflict (organization_id, program_id, week_starts_on) do update set %s
            """.formatted(each("%s"), each("sum(%1$s)"), each("%1$s = p.%1$s + excluded.%1$s"));

    /** Adds the differences between the sum of a program's admissions and its weeks. */
    static final String MEND = """
            insert into program_week_change (organization_id, program_id, week_starts_on, %1$s)
            select cast(:organization as text), cast(:program as uuid), week_starts_on, %3$s
              from (select week_starts_on, %2$s from program_week_share
                     where organization_id = :organization and program_id = :program group by week_starts_on) right_one
              full join (select week_starts_on, %1$s from program_week_now
                          where organization_id = :organization and program_id = :program) present using (week_starts_on)
             where (%4$s) is distinct from (%5$s)
            """.formatted(
                    each("%s"),
                    each("sum(%1$s) as %1$s"),
                    each("coalesce(right_one.%1$s, 0) - coalesce(present.%1$s, 0)"),
                    each("coalesce(right_one.%1$s, 0)"),
                    each("coalesce(present.%1$s, 0)"));

    private ProgramWeekSql() {}

    private static String each(String form) {
        return COUNTS.stream().map(form::formatted).collect(Collectors.joining(", "));
    }
}
