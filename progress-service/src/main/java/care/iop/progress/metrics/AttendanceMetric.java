package care.iop.progress.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much of what was planned took place, over the whole weeks up to the day of the figure. */
@ApplicationScoped
class AttendanceMetric implements Metric {

    private static final String COUNTED = "WITH_COUNTED_SESSIONS";
    private static final String ATTENDANCE = "ATTENDANCE_RATE";
    private static final String HOURS = "HOURS_RATE";

    private static final String WEEKS = """
            select {group} as grp, coalesce(w.counted, 0) as counted, coalesce(w.attended, 0) as attended,
                   coalesce(w.planned, 0) as planned, coalesce(w.delivered, 0) as delivered, coalesce(w.unmarked, 0) as unmarked
              from episode e
              left join (select organization_id, admission_id, sum(scheduled_units - program_cancelled_units) as counted,
                                sum(attended_units) as attended, sum(planned_minutes) as planned,
                                sum(delivered_minutes) as delivered, sum(unmarked_units) as unmarked
                           from weekly_attendance
                          where organization_id = :organization and week_starts_on + 6 <= :asOf
                          group by organization_id, admission_id) w on w.organization_id = e.organization_id and w.admission_id = e.id
             where {cohort}
            """;

    private static final String COUNTS = """
            select grp, case when counted = 0 then '-NO_COUNTED_SESSIONS' else 'WITH_COUNTED_SESSIONS' end as category,
                   count(*) as persons
              from (%s) s group by 1, 2
            """.formatted(WEEKS);

    private static final String SUMS = """
            select grp, sum(counted) as counted, sum(attended) as attended, sum(planned) as planned,
                   sum(delivered) as delivered, sum(unmarked) as unmarked
              from (%s) s group by 1
            """.formatted(WEEKS);

    private final CohortQuery query;

    AttendanceMetric(CohortQuery query) {
        this.query = query;
    }

    @Override
    public Set<MetricCode> codes() {
        return Set.of(MetricCode.ATTENDANCE);
    }

    @Override
    public MetricDefinition definition(MetricCode code) {
        return new MetricDefinition(
                code,
                "Attendance and hours",
                "Attendance rate: attended sessions of those scheduled and not canceled by the program. Hours rate: delivered of planned minutes of the same sessions. Over the whole ISO weeks up to the day of the figure; sessions that nobody has marked yet are in the denominators.",
                "Episodes with a counted session",
                "Sessions that the program canceled; episodes without a counted session",
                "Definition of the suite; late arrivals count, and partial attendance from half of the planned time on",
                List.of(COUNTED),
                List.of(
                        MeasureDefinition.ratio(
                                ATTENDANCE, "Attended sessions", "Scheduled sessions less those the program canceled"),
                        MeasureDefinition.ratio(HOURS, "Minutes delivered", "Minutes planned")));
    }

    @Override
    public Groups count(MetricCode code, Cohort cohort, @Nullable Dimension by) {
        var groups = query.counts(COUNTS, cohort, by, Map.of());
        for (var row : query.numbers(
                SUMS, cohort, by, Map.of(), List.of("counted", "attended", "planned", "delivered", "unmarked"))) {
            sum(groups, row, "attended", ATTENDANCE + "_NUMERATOR");
            sum(groups, row, "counted", ATTENDANCE + "_DENOMINATOR");
            sum(groups, row, "delivered", HOURS + "_NUMERATOR");
            sum(groups, row, "planned", HOURS + "_DENOMINATOR");
            sum(groups, row, "unmarked", "UNMARKED_SESSIONS");
        }
        return groups;
    }

    private static void sum(Groups groups, Tuple row, String column, String name) {
        groups.sum(row.get("grp", String.class), name, row.get(column, BigDecimal.class));
    }
}
