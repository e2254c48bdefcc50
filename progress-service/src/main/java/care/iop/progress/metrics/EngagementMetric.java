package care.iop.progress.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether treatment begins in time and goes on. Modeled on NCQA's IET, and no HEDIS result. */
@ApplicationScoped
class EngagementMetric implements Metric {

    private static final String ENGAGED = "ENGAGED";
    private static final String INITIATED_ONLY = "INITIATED_ONLY";
    private static final String NOT_INITIATED = "NOT_INITIATED";

    private static final String COUNTS = """
            select grp, case when admitted_on + :initiation - 1 + :engagement > :asOf then '-FOLLOW_UP_NOT_OVER'
                             when first_on is null then 'NOT_INITIATED'
                             when further >= :services then 'ENGAGED' else 'INITIATED_ONLY' end as category,
                   count(*) as persons
              from (select {group} as grp, e.admitted_on, f.first_on,
                           (select count(*) from attendance_unit u
                             where u.organization_id = e.organization_id and u.admission_id = e.id
                               and u.status in ('ATTENDED', 'LATE', 'PARTIAL')
                               and u.session_on > f.first_on and u.session_on <= f.first_on + :engagement) as further
                      from episode e
                      left join lateral (select min(u.session_on) as first_on from attendance_unit u
                                          where u.organization_id = e.organization_id and u.admission_id = e.id
                                            and u.status in ('ATTENDED', 'LATE', 'PARTIAL')
                                            and u.session_on >= e.admitted_on
                                            and u.session_on < e.admitted_on + :initiation) f on true
                     where {cohort}) s
             group by 1, 2
            """;

    private final CohortQuery query;
    private final MetricPolicy policy;

    EngagementMetric(CohortQuery query, MetricPolicy policy) {
        this.query = query;
        this.policy = policy;
    }

    @Override
    public Set<MetricCode> codes() {
        return Set.of(MetricCode.INITIATION_AND_ENGAGEMENT);
    }

    @Override
    public MetricDefinition definition(MetricCode code) {
        var all = Set.of(ENGAGED, INITIATED_ONLY, NOT_INITIATED);
        return new MetricDefinition(
                code,
                "Initiation and engagement",
                "Initiation: a service within %d days, the day of the admission included. Engagement: besides, at least %d further services on later days up to %d days after the first."
                        .formatted(policy.initiationDays(), policy.engagementServices(), policy.engagementDays()),
                "Admissions whose time for both is over on the day of the figure",
                "Admissions that are too recent for both",
                "Definition of the suite, modeled on NCQA's IET; not a HEDIS result",
                List.of(ENGAGED, INITIATED_ONLY, NOT_INITIATED),
                List.of(
                        MeasureDefinition.share(
                                "INITIATION",
                                "Admissions with a service in time",
                                "All admissions of the population",
                                Set.of(ENGAGED, INITIATED_ONLY),
                                all),
                        MeasureDefinition.share(
                                "ENGAGEMENT",
                                "Admissions with the further services in time, too",
                                "All admissions of the population",
                                Set.of(ENGAGED),
                                all)));
    }

    @Override
    public Groups count(MetricCode code, Cohort cohort, @Nullable Dimension by) {
        return query.counts(
                COUNTS,
                cohort,
                by,
                Map.of(
                        "initiation",
                        policy.initiationDays(),
                        "engagement",
                        policy.engagementDays(),
                        "services",
                        policy.engagementServices()));
    }
}
