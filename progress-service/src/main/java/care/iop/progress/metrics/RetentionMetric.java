package care.iop.progress.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether people are still in treatment, or have completed it, some time after the admission. */
@ApplicationScoped
class RetentionMetric implements Metric {

    private static final String RETAINED = "RETAINED";
    private static final String LEFT = "LEFT";

    private static final Map<MetricCode, Integer> DAYS =
            Map.of(MetricCode.RETENTION_30, 30, MetricCode.RETENTION_60, 60, MetricCode.RETENTION_90, 90);

    private static final String COUNTS = """
            select {group} as grp,
                   case when e.admitted_on + :days > :asOf then '-FOLLOW_UP_NOT_OVER'
                        when not {ended} or e.ended_on >= e.admitted_on + :days or e.teds_reason = 1 then 'RETAINED'
                        else 'LEFT' end as category,
                   count(*) as persons
              from episode e where {cohort} group by 1, 2
            """;

    private final CohortQuery query;

    RetentionMetric(CohortQuery query) {
        this.query = query;
    }

    @Override
    public Set<MetricCode> codes() {
        return DAYS.keySet();
    }

    @Override
    public MetricDefinition definition(MetricCode code) {
        int days = days(code);
        return new MetricDefinition(
                code,
                "Retention at %d days".formatted(days),
                "Still in treatment on day %d after the admission, or completed by then, of the admissions with at least %d days of possible follow-up."
                        .formatted(days, days),
                "Admissions at least %d days before the day of the figure".formatted(days),
                "Admissions that are too recent",
                "Definition of the suite",
                List.of(RETAINED, LEFT),
                List.of(MeasureDefinition.share(
                        "RETENTION",
                        "Active on the day, or completed by then",
                        "Admissions with enough possible follow-up",
                        Set.of(RETAINED),
                        Set.of(RETAINED, LEFT))));
    }

    @Override
    public Groups count(MetricCode code, Cohort cohort, @Nullable Dimension by) {
        return query.counts(COUNTS, cohort, by, Map.of("days", days(code)));
    }

    private static int days(MetricCode code) {
        return DAYS.getOrDefault(code, 0);
    }
}
