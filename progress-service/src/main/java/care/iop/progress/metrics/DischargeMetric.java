package care.iop.progress.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How stays end, by TEDS's reasons, and how long they last, by both of its conventions. */
@ApplicationScoped
class DischargeMetric implements Metric {

    private static final List<String> REASONS = List.of(
            "COMPLETED",
            "DROPPED_OUT",
            "TERMINATED_BY_FACILITY",
            "TRANSFERRED",
            "INCARCERATED",
            "DIED",
            "OTHER",
            "UNKNOWN");

    private static final String DISPOSITIONS = """
            select {group} as grp,
                   case when not {ended} then '-NOT_DISCHARGED'
                        else case e.teds_reason when 1 then 'COMPLETED' when 2 then 'DROPPED_OUT' when 3 then 'TERMINATED_BY_FACILITY'
                                                when 4 then 'TRANSFERRED' when 5 then 'INCARCERATED' when 6 then 'DIED'
                                                when 7 then 'OTHER' else 'UNKNOWN' end end as category,
                   count(*) as persons
              from episode e where {cohort} group by 1, 2
            """;

    private static final String STAYS = """
            select {group} as grp,
                   case when not {ended} then '-NOT_DISCHARGED' when e.last_contact_on is null then '-LAST_CONTACT_NOT_KNOWN'
                        else 'DISCHARGED' end as category,
                   count(*) as persons
              from episode e where {cohort} group by 1, 2
            """;

    private static final String DAYS = """
            select grp, percentile_cont(0.5) within group (order by greatest(1, days)) as median2004,
                   round(avg(greatest(1, days)), 1) as mean2004,
                   percentile_cont(0.5) within group (order by days + 1) as median2005, round(avg(days + 1), 1) as mean2005
              from (select {group} as grp, e.last_contact_on - e.admitted_on as days
                      from episode e where {cohort} and {ended} and e.last_contact_on is not null) s
             group by grouping sets ((grp), ())
            """;

    private final CohortQuery query;

    DischargeMetric(CohortQuery query) {
        this.query = query;
    }

    @Override
    public Set<MetricCode> codes() {
        return Set.of(MetricCode.DISPOSITION, MetricCode.LENGTH_OF_STAY);
    }

    @Override
    public MetricDefinition definition(MetricCode code) {
        return code == MetricCode.DISPOSITION ? disposition() : lengthOfStay();
    }

    private static MetricDefinition disposition() {
        var all = Set.copyOf(REASONS);
        var others = new TreeSet<>(all);
        others.removeAll(Set.of("DIED", "INCARCERATED"));
        var denominator = "All discharges";
        return new MetricDefinition(
                MetricCode.DISPOSITION,
                "Completion and dispositions",
                "The TEDS reason of each discharge. Completion with all discharges in the denominator, and once more without deaths and incarcerations. Positive disposition: completed or transferred, as TEDS does.",
                "Discharges up to the day of the figure",
                "Stays that have not ended",
                "TEDS-D REASON 1 to 7; which end reason counts as which is intake's configuration",
                REASONS,
                List.of(
                        MeasureDefinition.share("COMPLETION", "Completed", denominator, Set.of("COMPLETED"), all),
                        MeasureDefinition.share(
                                "COMPLETION_WITHOUT_DEATH_AND_INCARCERATION",
                                "Completed",
                                "Discharges but for deaths and incarcerations",
                                Set.of("COMPLETED"),
                                others),
                        MeasureDefinition.share(
                                "POSITIVE_DISPOSITION",
                                "Completed or transferred",
                                denominator,
                                Set.of("COMPLETED", "TRANSFERRED"),
                                all)));
    }

    private static MetricDefinition lengthOfStay() {
        return new MetricDefinition(
                MetricCode.LENGTH_OF_STAY,
                "Length of stay",
                "Days from the admission to the last contact. As in TEDS 2004: the difference, less than a day counted as 1. As in TEDS 2005 and later for outpatients: both ends count as full days. The two differ, so a figure without its label means nothing.",
                "Discharges up to the day of the figure whose last contact is known",
                "Stays that have not ended, or whose last contact is not known",
                "SAMHSA, TEDS discharge reports of 2004 and of 2005 on",
                List.of("DISCHARGED"),
                List.of(
                        MeasureDefinition.value("TEDS_2004_MEDIAN_DAYS", "Median, by the convention of 2004"),
                        MeasureDefinition.value("TEDS_2004_MEAN_DAYS", "Mean, by the convention of 2004"),
                        MeasureDefinition.value("TEDS_2005_MEDIAN_DAYS", "Median, by the convention of 2005 on"),
                        MeasureDefinition.value("TEDS_2005_MEAN_DAYS", "Mean, by the convention of 2005 on")));
    }

    @Override
    public Groups count(MetricCode code, Cohort cohort, @Nullable Dimension by) {
        if (code == MetricCode.DISPOSITION) {
            return query.counts(DISPOSITIONS, cohort, by, Map.of());
        }
        var groups = query.counts(STAYS, cohort, by, Map.of());
        Values.put(
                groups,
                query.numbers(DAYS, cohort, by, Map.of(), List.of("median2004", "mean2004", "median2005", "mean2005")),
                Map.of(
                        "median2004",
                        "TEDS_2004_MEDIAN_DAYS",
                        "mean2004",
                        "TEDS_2004_MEAN_DAYS",
                        "median2005",
                        "TEDS_2005_MEDIAN_DAYS",
                        "mean2005",
                        "TEDS_2005_MEAN_DAYS"));
        return groups;
    }
}
