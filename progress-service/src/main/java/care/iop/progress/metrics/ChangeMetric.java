package care.iop.progress.metrics;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.instrument.InstrumentDefinition.HigherIs;
import care.iop.chassis.instrument.Instruments;
import care.iop.progress.change.Category;
import care.iop.progress.change.ChangeCriteria;
import care.iop.progress.change.ChangeCriterion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Whether scores changed by more than chance since the baseline, by each instrument's one primary criterion. */
@ApplicationScoped
class ChangeMetric implements Metric {

    private static final int BASELINE_DAYS = 7;

    private static final Map<MetricCode, String> INSTRUMENTS = Map.of(
            MetricCode.RELIABLE_CHANGE_PHQ_9,
            "PHQ-9",
            MetricCode.RELIABLE_CHANGE_GAD_7,
            "GAD-7",
            MetricCode.RELIABLE_CHANGE_PCL_5,
            "PCL-5");

    /** Persons by their pair of numbers, which are few, so that the criterion itself judges each pair. */
    private static final String PAIRS = """
            select grp, baseline, latest, count(*) as persons
              from (select {group} as grp, b.total as baseline, l.total as latest
                      from episode e
                      left join lateral (select r.id, r.total, r.taken_at from assessment_result r
                                          where r.organization_id = e.organization_id and r.admission_id = e.id
                                            and r.instrument = :instrument and r.complete and r.total is not null
                                            and r.replaced_by is null and r.voided_at is null
                                            and cast(r.taken_at at time zone :zone as date) <= least(e.admitted_on + :within, :asOf)
                                          order by r.taken_at, r.id limit 1) b on true
                      left join lateral (select r.id, r.total from assessment_result r
                                          where r.organization_id = e.organization_id and r.admission_id = e.id
                                            and r.instrument = :instrument and r.complete and r.total is not null
                                            and r.replaced_by is null and r.voided_at is null
                                            and r.id <> b.id and r.taken_at >= b.taken_at
                                            and cast(r.taken_at at time zone :zone as date) <= least(coalesce(e.ended_on, :asOf), :asOf)
                                          order by r.taken_at desc, r.id desc limit 1) l on true
                     where {cohort}) s
             group by 1, 2, 3
            """;

    private final EntityManager entities;
    private final Caller caller;
    private final Instruments instruments;
    private final ChangeCriteria criteria;
    private final MetricPolicy policy;

    ChangeMetric(
            EntityManager entities,
            Caller caller,
            Instruments instruments,
            ChangeCriteria criteria,
            MetricPolicy policy) {
        this.entities = entities;
        this.caller = caller;
        this.instruments = instruments;
        this.criteria = criteria;
        this.policy = policy;
    }

    @Override
    public Set<MetricCode> codes() {
        return INSTRUMENTS.keySet();
    }

    @Override
    public MetricDefinition definition(MetricCode code) {
        var criterion = criterion(code);
        var all = Set.of("RECOVERED", "IMPROVED", "UNCHANGED", "DETERIORATED");
        var denominator = "Episodes with a baseline and a later result";
        return new MetricDefinition(
                code,
                "Reliable change of " + criterion.instrument(),
                "The last complete result of the stay against the baseline, the first complete one up to %d days after the admission, by the criterion %s only: %s."
                        .formatted(BASELINE_DAYS, criterion.code(), criterion.title()),
                "Episodes with a baseline and a later complete result up to the discharge or the day of the figure",
                "Episodes without a baseline, or without a later complete result",
                criterion.source(),
                List.of("RECOVERED", "IMPROVED", "UNCHANGED", "DETERIORATED"),
                List.of(
                        MeasureDefinition.share(
                                "RELIABLE_IMPROVEMENT",
                                "Improved by more than chance, recovered or not",
                                denominator,
                                Set.of("RECOVERED", "IMPROVED"),
                                all),
                        MeasureDefinition.share("RECOVERY", "Recovered", denominator, Set.of("RECOVERED"), all),
                        MeasureDefinition.share(
                                "RELIABLE_DETERIORATION",
                                "Worse by more than chance",
                                denominator,
                                Set.of("DETERIORATED"),
                                all)));
    }

    @Override
    public Groups count(MetricCode code, Cohort cohort, @Nullable Dimension by) {
        var criterion = criterion(code);
        var higherIs = instruments.find(criterion.instrument()).orElseThrow().higherIs();
        var groups = new Groups();
        pairs(criterion.instrument(), cohort, by).forEach(row -> count(groups, criterion, higherIs, row));
        return groups;
    }

    private static void count(Groups groups, ChangeCriterion criterion, HigherIs higherIs, Tuple row) {
        var key = row.get("grp", String.class);
        var persons = row.get("persons", Long.class);
        var baseline = row.get("baseline", Integer.class);
        var latest = row.get("latest", Integer.class);
        if (baseline == null) {
            groups.exclude(key, "NO_BASELINE", persons);
        } else if (latest == null) {
            groups.exclude(key, "NO_LATER_RESULT", persons);
        } else {
            Category category = criterion.of(higherIs, baseline, latest);
            groups.add(key, category.name(), persons);
        }
    }

    private ChangeCriterion criterion(MetricCode code) {
        var instrument = INSTRUMENTS.getOrDefault(code, "");
        return criteria.primaryOf(instrument)
                .orElseThrow(() -> new IllegalStateException("no primary criterion of " + instrument));
    }

    private List<Tuple> pairs(String instrument, Cohort cohort, @Nullable Dimension by) {
        var query = entities.unwrap(Session.class)
                .createNativeQuery(
                        PAIRS.replace("{group}", by == null ? "cast('" + Group.ALL + "' as text)" : by.sql())
                                .replace("{cohort}", Cohort.EPISODES),
                        Tuple.class)
                .addScalar("grp", String.class)
                .addScalar("baseline", Integer.class)
                .addScalar("latest", Integer.class)
                .addScalar("persons", Long.class)
                .setParameter("instrument", instrument)
                .setParameter("zone", policy.zone().getId())
                .setParameter("within", BASELINE_DAYS);
        return cohort.bind(query, caller.organization()).getResultList();
    }
}
