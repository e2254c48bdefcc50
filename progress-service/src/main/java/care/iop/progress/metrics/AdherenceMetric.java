package care.iop.progress.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much of what people took on between the sessions they did: homework, and support meetings. */
@ApplicationScoped
class AdherenceMetric implements Metric {

    private static final String WITH_HOMEWORK = "WITH_HOMEWORK";
    private static final String HOMEWORK_DONE = "HOMEWORK_DONE";
    private static final String DONE_IN_TIME = "HOMEWORK_DONE_IN_TIME";
    private static final String WITH_MEETINGS = "WITH_PLANNED_MEETINGS";
    private static final String MEETINGS_ATTENDED = "MEETINGS_ATTENDED";
    private static final String MEETINGS_A_WEEK = "MEETINGS_A_WEEK";

    private static final String HOMEWORK = """
            select {group} as grp, coalesce(h.assigned, 0) as assigned, coalesce(h.done, 0) as done, coalesce(h.in_time, 0) as in_time
              from episode e
              left join lateral (select count(*) as assigned,
                                        count(*) filter (where day <= :asOf) as done,
                                        count(*) filter (where day <= t.due_on) as in_time
                                   from (select due_on, cast(done_at at time zone :zone as date) as day from homework
                                          where organization_id = e.organization_id and patient_id = e.patient_id
                                            and admission_id = e.id and withdrawn_at is null and due_on <= :asOf) t) h on true
             where {cohort}
            """;

    /** Weeks of the stay are counted from the admission, the last one as a whole. */
    private static final String MEETINGS = """
            select {group} as grp, m.planned, m.kept, m.attended,
                   (least(coalesce(e.ended_on, :asOf), :asOf) - e.admitted_on) / 7 + 1 as weeks
              from episode e
              left join lateral (select count(*) filter (where planned) as planned,
                                        count(*) filter (where planned and status = 'ATTENDED') as kept,
                                        count(*) filter (where status = 'ATTENDED') as attended
                                   from support_meeting
                                  where organization_id = e.organization_id and patient_id = e.patient_id
                                    and held_on >= e.admitted_on and held_on <= :asOf
                                    and (e.ended_on is null or held_on <= e.ended_on)) m on true
             where {cohort}
            """;

    private static final String HOMEWORK_COUNTS = """
            select grp, case when assigned = 0 then '-NO_HOMEWORK_DUE' else 'WITH_HOMEWORK' end as category, count(*) as persons
              from (%s) s group by 1, 2
            """.formatted(HOMEWORK);

    private static final String HOMEWORK_SUMS = """
            select grp, sum(assigned) as assigned, sum(done) as done, sum(in_time) as in_time from (%s) s group by 1
            """.formatted(HOMEWORK);

    private static final String MEETING_COUNTS = """
            select grp, case when planned = 0 then '-NO_MEETING_PLANNED' else 'WITH_PLANNED_MEETINGS' end as category,
                   count(*) as persons
              from (%s) s group by 1, 2
            """.formatted(MEETINGS);

    private static final String MEETING_SUMS = """
            select grp, sum(planned) as planned, sum(kept) as kept, sum(attended) as attended, sum(weeks) as weeks
              from (%s) s where planned > 0 group by 1
            """.formatted(MEETINGS);

    private final CohortQuery query;
    private final MetricPolicy policy;

    AdherenceMetric(CohortQuery query, MetricPolicy policy) {
        this.query = query;
        this.policy = policy;
    }

    @Override
    public Set<MetricCode> codes() {
        return Set.of(MetricCode.HOMEWORK_ADHERENCE, MetricCode.MEETING_ADHERENCE);
    }

    @Override
    public MetricDefinition definition(MetricCode code) {
        return code == MetricCode.HOMEWORK_ADHERENCE
                ? new MetricDefinition(
                        code,
                        "Homework",
                        "Homework that is done of what was assigned and due up to the day of the figure, as the persons say themselves. In time: done on the due day or before.",
                        "Episodes with homework due",
                        "Homework that was withdrawn, or was assigned outside an episode; episodes without any due",
                        "Definition of the suite: done by assigned",
                        List.of(WITH_HOMEWORK),
                        List.of(
                                MeasureDefinition.ratio(HOMEWORK_DONE, "Homework done", "Homework due"),
                                MeasureDefinition.ratio(DONE_IN_TIME, "Homework done in time", "Homework due")))
                : new MetricDefinition(
                        code,
                        "Support meetings",
                        "Support meetings that were attended of those that were planned, during the stay and up to the day of the figure, as the persons say themselves. A week: all meetings attended, planned or not, by the weeks of the stay that have begun.",
                        "Episodes with a planned meeting",
                        "Episodes without a planned meeting",
                        "Definition of the suite: attended by planned",
                        List.of(WITH_MEETINGS),
                        List.of(
                                MeasureDefinition.ratio(
                                        MEETINGS_ATTENDED, "Planned meetings attended", "Meetings planned"),
                                MeasureDefinition.ratio(MEETINGS_A_WEEK, "Meetings attended", "Weeks of the stays")));
    }

    @Override
    public Groups count(MetricCode code, Cohort cohort, @Nullable Dimension by) {
        return code == MetricCode.HOMEWORK_ADHERENCE ? homework(cohort, by) : meetings(cohort, by);
    }

    private Groups homework(Cohort cohort, @Nullable Dimension by) {
        var zone = Map.of("zone", policy.zone().getId());
        var groups = query.counts(HOMEWORK_COUNTS, cohort, by, zone);
        for (var row : query.numbers(HOMEWORK_SUMS, cohort, by, zone, List.of("assigned", "done", "in_time"))) {
            ratio(groups, row, HOMEWORK_DONE, "done", "assigned");
            ratio(groups, row, DONE_IN_TIME, "in_time", "assigned");
        }
        return groups;
    }

    private Groups meetings(Cohort cohort, @Nullable Dimension by) {
        var groups = query.counts(MEETING_COUNTS, cohort, by, Map.of());
        for (var row :
                query.numbers(MEETING_SUMS, cohort, by, Map.of(), List.of("planned", "kept", "attended", "weeks"))) {
            ratio(groups, row, MEETINGS_ATTENDED, "kept", "planned");
            ratio(groups, row, MEETINGS_A_WEEK, "attended", "weeks");
        }
        return groups;
    }

    private static void ratio(Groups groups, Tuple row, String measure, String numerator, String denominator) {
        var group = row.get("grp", String.class);
        groups.sum(group, measure + "_NUMERATOR", row.get(numerator, BigDecimal.class));
        groups.sum(group, measure + "_DENOMINATOR", row.get(denominator, BigDecimal.class));
    }
}
