package care.iop.progress.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many people are in treatment on a day, and with how many hours. */
@ApplicationScoped
class CaseloadMetric implements Metric {

    private static final String COUNTS = """
            select {group} as grp, case when {ended} then '-DISCHARGED' else 'IN_TREATMENT' end as category, count(*) as persons
              from episode e where {cohort} group by 1, 2
            """;

    private static final String HOURS = """
            select grp, round(avg(minutes) / 60, 1) as hours
              from (select {group} as grp, e.prescribed_minutes_per_week as minutes
                      from episode e where {cohort} and not {ended}) s
             group by grouping sets ((grp), ())
            """;

    private final CohortQuery query;

    CaseloadMetric(CohortQuery query) {
        this.query = query;
    }

    @Override
    public Set<MetricCode> codes() {
        return Set.of(MetricCode.CASELOAD);
    }

    @Override
    public MetricDefinition definition(MetricCode code) {
        return new MetricDefinition(
                code,
                "Caseload",
                "Persons in treatment on the day of the figure, and the mean of the hours a week that are prescribed for them now. How far the groups are filled is a figure of its own, CAPACITY_UTILIZATION.",
                "Admissions of the cohort's months that have not ended on the day",
                "Discharged persons",
                "Definition of the suite",
                List.of("IN_TREATMENT"),
                List.of(MeasureDefinition.value("PRESCRIBED_HOURS", "Mean of the prescribed hours a week")));
    }

    @Override
    public Groups count(MetricCode code, Cohort cohort, @Nullable Dimension by) {
        var groups = query.counts(COUNTS, cohort, by, Map.of());
        Values.put(
                groups,
                query.numbers(HOURS, cohort, by, Map.of(), List.of("hours")),
                Map.of("hours", "PRESCRIBED_HOURS"));
        return groups;
    }
}
