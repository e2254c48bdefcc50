package care.iop.progress.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether people report no use in the past 30 days, at the ends of the stay and afterwards. What is missing is not abstinent. */
@ApplicationScoped
class AbstinenceMetric implements Metric {

    private static final String ABSTINENT = "ABSTINENT";
    private static final String USING = "USING";
    private static final String MISSING = "MISSING";

    private static final Map<MetricCode, Integer> DAYS_AFTER_DISCHARGE = new TreeMap<>(Map.of(
            MetricCode.ABSTINENCE_AT_DISCHARGE,
            0,
            MetricCode.ABSTINENCE_30,
            30,
            MetricCode.ABSTINENCE_90,
            90,
            MetricCode.ABSTINENCE_180,
            180,
            MetricCode.ABSTINENCE_365,
            365));

    /** The answers nearest to the day: of two that are as near, the later one. */
    private static final String ANSWERS = """
            left join lateral (
                select cast(r.answers ->> '4' as integer) as alcohol, cast(r.answers ->> '6' as integer) as drugs
                  from assessment_result r
                 where r.organization_id = e.organization_id and r.patient_id = e.patient_id and r.instrument = 'BAM-30'
                   and r.replaced_by is null and r.voided_at is null
                   and r.answers ->> '4' is not null and r.answers ->> '6' is not null
                   and cast(r.taken_at at time zone :zone as date) between {day} - :before and {day} + :after
                   and cast(r.taken_at at time zone :zone as date) <= :asOf
                 order by abs(cast(r.taken_at at time zone :zone as date) - {day}), r.taken_at desc, r.id desc
                 limit 1) a on true
            """;

    private static final String STANDING = """
            when a.alcohol is null then 'MISSING' when a.alcohol = 0 and a.drugs = 0 then 'ABSTINENT' else 'USING' end as category
            """;

    private static final String AT_ADMISSION =
            "select {group} as grp, case when e.admitted_on + :after > :asOf then '-WINDOW_NOT_OVER' "
                    + STANDING + ", count(*) as persons from episode e " + ANSWERS.replace("{day}", "e.admitted_on")
                    + " where {cohort} group by 1, 2";

    private static final String AFTER_DISCHARGE =
            "select {group} as grp, case when not {ended} then '-NOT_DISCHARGED' when e.teds_reason = 6 then '-DIED'"
                    + " when e.ended_on + :days + :after > :asOf then '-WINDOW_NOT_OVER' " + STANDING
                    + ", count(*) as persons from episode e "
                    + ANSWERS.replace("{day}", "(e.ended_on + :days)") + " where {cohort} group by 1, 2";

    private static final int BASELINE_DAYS = 7;

    private final CohortQuery query;
    private final MetricPolicy policy;

    AbstinenceMetric(CohortQuery query, MetricPolicy policy) {
        this.query = query;
        this.policy = policy;
    }

    @Override
    public Set<MetricCode> codes() {
        var codes = new TreeSet<>(DAYS_AFTER_DISCHARGE.keySet());
        codes.add(MetricCode.ABSTINENCE_AT_ADMISSION);
        return codes;
    }

    @Override
    public MetricDefinition definition(MetricCode code) {
        var days = DAYS_AFTER_DISCHARGE.get(code);
        var all = Set.of(ABSTINENT, USING, MISSING);
        var answered = Set.of(ABSTINENT, USING);
        return new MetricDefinition(
                code,
                "Abstinence, self-reported, "
                        + (days == null ? "at admission" : days == 0 ? "at discharge" : days + " days after discharge"),
                "No day of alcohol and none of drug use in the past 30 days, by items 4 and 6 of the 30-day BAM nearest to the day, %s. Self-report; toxicology is not mixed in and has figures of its own. What is missing is never read as abstinent: the follow-up rate stands beside it, and the rate with everybody who is missing counted as using."
                        .formatted(
                                days == null
                                        ? "up to %d days after the admission".formatted(BASELINE_DAYS)
                                        : "at most %d days before or after it".formatted(policy.followUpWindowDays())),
                days == null
                        ? "Admissions whose first %d days are over".formatted(BASELINE_DAYS)
                        : "Discharges whose window for answers is over on the day of the figure",
                days == null
                        ? "Admissions that are too recent"
                        : "Deaths; stays that have not ended; windows that are not over",
                "TEDS and NOMs: no use in the past 30 days; the windows are the suite's own policy",
                List.of(ABSTINENT, USING, MISSING),
                List.of(
                        MeasureDefinition.share(
                                "ABSTINENCE", "No use reported", "Persons who answered", Set.of(ABSTINENT), answered),
                        MeasureDefinition.share(
                                "FOLLOW_UP_RATE", "Persons who answered", "The whole population", answered, all),
                        MeasureDefinition.share(
                                "ABSTINENCE_MISSING_AS_USING",
                                "No use reported",
                                "The whole population, with everybody who is missing counted as using",
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
