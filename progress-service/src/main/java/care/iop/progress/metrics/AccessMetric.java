package care.iop.progress.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How soon people are served after they first turned to the program. */
@ApplicationScoped
class AccessMetric implements Metric {

    private static final String SERVED = "SERVED";

    private static final String FIRST_SERVICE = """
            select {group} as grp, e.first_contact_on as contacted,
                   (select min(u.session_on) from attendance_unit u
                     where u.organization_id = e.organization_id and u.admission_id = e.id and u.session_on <= :asOf
                       and u.status in ('ATTENDED', 'LATE', 'PARTIAL')) as served
              from episode e where {cohort}
            """;

    private static final String COUNTS = """
            select grp, case when contacted is null then '-FIRST_CONTACT_NOT_KNOWN' when served is null then '-NOT_SERVED_YET'
                             when served < contacted then '-SERVED_BEFORE_FIRST_CONTACT' else 'SERVED' end as category,
                   count(*) as persons
              from (%s) s group by 1, 2
            """.formatted(FIRST_SERVICE);

    private static final String DAYS = """
            select grp, percentile_cont(0.5) within group (order by served - contacted) as median,
                   percentile_disc(0.9) within group (order by served - contacted) as p90
              from (%s) s where served >= contacted group by grouping sets ((grp), ())
            """.formatted(FIRST_SERVICE);

    private final CohortQuery query;

    AccessMetric(CohortQuery query) {
        this.query = query;
    }

    @Override
    public Set<MetricCode> codes() {
        return Set.of(MetricCode.ACCESS_TIME);
    }

    @Override
    public MetricDefinition definition(MetricCode code) {
        return new MetricDefinition(
                code,
                "Access time",
                "Calendar days from the first contact to the first clinical service: the first attended session.",
                "Episodes with a first contact and a first service up to the day of the figure",
                "Episodes whose first contact is not known, that have no service yet, or whose first service lies before the contact",
                "Definition of the suite, after the aim of at most 2 days",
                List.of(SERVED),
                List.of(
                        MeasureDefinition.value("MEDIAN_DAYS", "Median of the days"),
                        MeasureDefinition.value(
                                "P90_DAYS",
                                "90th percentile of the days: the least number that nine of ten don't exceed")));
    }

    @Override
    public Groups count(MetricCode code, Cohort cohort, @Nullable Dimension by) {
        var groups = query.counts(COUNTS, cohort, by, Map.of());
        Values.put(
                groups,
                query.numbers(DAYS, cohort, by, Map.of(), List.of("median", "p90")),
                Map.of("median", "MEDIAN_DAYS", "p90", "P90_DAYS"));
        return groups;
    }
}
