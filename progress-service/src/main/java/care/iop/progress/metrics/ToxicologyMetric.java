package care.iop.progress.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether drug tests find what is not prescribed, at the ends of the stay and afterwards. Never mixed with what people say. */
@ApplicationScoped
class ToxicologyMetric implements Metric {

    private static final String ABSTINENT = "NO_UNEXPECTED_POSITIVE";
    private static final String POSITIVE = "UNEXPECTED_POSITIVE";
    private static final String INCONCLUSIVE = "INCONCLUSIVE";
    private static final String MISSING = "NOT_TESTED";

    private static final Map<MetricCode, Integer> DAYS_AFTER_DISCHARGE = new TreeMap<>(Map.of(
            MetricCode.TOXICOLOGY_ABSTINENCE_AT_DISCHARGE,
            0,
            MetricCode.TOXICOLOGY_ABSTINENCE_30,
            30,
            MetricCode.TOXICOLOGY_ABSTINENCE_90,
            90,
            MetricCode.TOXICOLOGY_ABSTINENCE_180,
            180,
            MetricCode.TOXICOLOGY_ABSTINENCE_365,
            365));

    /**
     * What the tests of the day nearest to the wanted one tell: a day with a conclusive result before one without, of two that
     * are as near the later one. Of an analyte that was tested twice in one specimen, what is conclusive stands over what is
     * not, then the laboratory over the screen.
     */
    private static final String TESTS = """
            left join lateral (
                select g.finding
                  from (select f.day, case when bool_or(f.outcome = 'POSITIVE' and not f.prescribed) then 'UNEXPECTED_POSITIVE'
                                           when bool_or(f.outcome = 'INCONCLUSIVE') then 'INCONCLUSIVE'
                                           else 'NO_UNEXPECTED_POSITIVE' end as finding
                          from (select distinct on (t.collected_at, t.specimen, x.analyte)
                                       cast(t.collected_at at time zone :zone as date) as day, x.outcome, x.prescribed
                                  from drug_test t
                                  cross join lateral jsonb_to_recordset(t.findings)
                                             as x(analyte text, outcome text, prescribed boolean)
                                 where t.organization_id = e.organization_id and t.patient_id = e.patient_id
                                   and t.voided_at is null and x.outcome <> 'NOT_TESTED'
                                   and cast(t.collected_at at time zone :zone as date)
                                       between {day} - :before and least({day} + :after, :asOf)
                                 order by t.collected_at, t.specimen, x.analyte, x.outcome = 'INCONCLUSIVE',
                                          t.kind = 'LABORATORY_CONFIRMATION' desc, t.recorded_at desc, t.id desc) f
                         group by f.day) g
                 order by g.finding = 'INCONCLUSIVE', abs(g.day - {day}), g.day desc
                 limit 1) a on true
            """;

    private static final String STANDING = " else coalesce(a.finding, 'NOT_TESTED') end as category";

    private static final String AT_ADMISSION =
            "select {group} as grp, case when e.admitted_on + :after > :asOf then '-WINDOW_NOT_OVER'"
                    + STANDING + ", count(*) as persons from episode e " + TESTS.replace("{day}", "e.admitted_on")
                    + " where {cohort} group by 1, 2";

    private static final String AFTER_DISCHARGE =
            "select {group} as grp, case when not {ended} then '-NOT_DISCHARGED' when e.teds_reason = 6 then '-DIED'"
                    + " when e.ended_on + :days + :after > :asOf then '-WINDOW_NOT_OVER'" + STANDING
                    + ", count(*) as persons from episode e "
                    + TESTS.replace("{day}", "(e.ended_on + :days)") + " where {cohort} group by 1, 2";

    private static final int BASELINE_DAYS = 7;

    private final CohortQuery query;
    private final MetricPolicy policy;

    ToxicologyMetric(CohortQuery query, MetricPolicy policy) {
        this.query = query;
        this.policy = policy;
    }

    @Override
    public Set<MetricCode> codes() {
        var codes = new TreeSet<>(DAYS_AFTER_DISCHARGE.keySet());
        codes.add(MetricCode.TOXICOLOGY_ABSTINENCE_AT_ADMISSION);
        return codes;
    }

    @Override
    public MetricDefinition definition(MetricCode code) {
        var days = DAYS_AFTER_DISCHARGE.get(code);
        var all = Set.of(ABSTINENT, POSITIVE, INCONCLUSIVE, MISSING);
        var tested = Set.of(ABSTINENT, POSITIVE);
        return new MetricDefinition(
                code,
                "Abstinence, by toxicology, "
                        + (days == null ? "at admission" : days == 0 ? "at discharge" : days + " days after discharge"),
                "No positive analyte but those expected because they are prescribed, in the drug tests collected on the day nearest to it, %s. A day with a conclusive result goes before one without; of an analyte tested twice in one specimen the conclusive result stands, then the laboratory's. A test tells only of what was tested and of the days in which that can be found, not of 30 days. Self-report is not mixed in and has figures of its own. Who was not tested is never read as abstinent: the share of persons tested stands beside it, and the rate with everybody else counted as positive."
                        .formatted(
                                days == null
                                        ? "up to %d days after the admission".formatted(BASELINE_DAYS)
                                        : "at most %d days before or after it".formatted(policy.followUpWindowDays())),
                days == null
                        ? "Admissions whose first %d days are over".formatted(BASELINE_DAYS)
                        : "Discharges whose window for tests is over on the day of the figure",
                days == null
                        ? "Admissions that are too recent; tests that were entered in error"
                        : "Deaths; stays that have not ended; windows that are not over; tests that were entered in error",
                "The suite's own policy, with the windows of the self-reported figures; TEDS and NOMs ask people, not tests",
                List.of(ABSTINENT, POSITIVE, INCONCLUSIVE, MISSING),
                List.of(
                        MeasureDefinition.share(
                                "TOXICOLOGY_ABSTINENCE",
                                "Nothing unexpected found",
                                "Persons tested conclusively",
                                Set.of(ABSTINENT),
                                tested),
                        MeasureDefinition.share(
                                "TESTED_RATE", "Persons tested conclusively", "The whole population", tested, all),
                        MeasureDefinition.share(
                                "TOXICOLOGY_ABSTINENCE_MISSING_AS_POSITIVE",
                                "Nothing unexpected found",
                                "The whole population, with everybody who was not tested conclusively counted as positive",
                                Set.of(ABSTINENT),
                                all)));
    }

    @Override
    public Groups count(MetricCode code, Cohort cohort, @Nullable Dimension by) {
        var days = DAYS_AFTER_DISCHARGE.get(code);
        Map<String, Object> parameters =
                new TreeMap<>(Map.of("zone", policy.zone().getId()));
        if (days == null) {
            parameters.putAll(Map.of("before", 0, "after", BASELINE_DAYS));
            return query.counts(AT_ADMISSION, cohort, by, parameters);
        }
        parameters.putAll(
                Map.of("before", policy.followUpWindowDays(), "after", policy.followUpWindowDays(), "days", days));
        return query.counts(AFTER_DISCHARGE, cohort, by, parameters);
    }
}
