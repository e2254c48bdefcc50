package care.iop.progress.metrics;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** How many of the seats that the groups of whole weeks offered were booked, and in how many somebody sat. */
@ApplicationScoped
class CapacityMetric implements Metric {

    private static final String WITH_SEAT = "WITH_GROUP_SEAT";
    private static final String BOOKED = "SEATS_BOOKED";
    private static final String ATTENDED = "SEATS_ATTENDED";

    /** Of the publications of a week the newest that was not taken back is in force. A seat is in the program of its episode. */
    private static final String WEEKS = """
            with published as (
                select distinct on (program_id, week_starts_on) program_id, week_starts_on, group_sessions, group_seats
                  from roster_publication
                 where organization_id = :organization and not rolled_back
                   and week_starts_on >= :from and week_starts_on < :until and week_starts_on + 6 <= :asOf
                 order by program_id, week_starts_on, published_at desc, id desc),
            taken as (
                select e.program_id, week_of(u.session_on) as week_starts_on, u.admission_id, u.kind is null as of_unknown_kind,
                       u.status in ('ATTENDED', 'LATE')
                       or u.status = 'PARTIAL' and 2 * u.delivered_minutes >= u.planned_minutes as attended
                  from attendance_unit u
                  join episode e on e.organization_id = u.organization_id and e.id = u.admission_id
                 where u.organization_id = :organization and u.session_on >= :from and u.session_on <= :asOf
                   and week_of(u.session_on) >= :from and week_of(u.session_on) < :until
                   and week_of(u.session_on) + 6 <= :asOf
                   and u.status not in ('WITHDRAWN', 'CANCELLED_BY_PROGRAM')
                   and (u.kind is null or u.kind in ('GROUP', 'SKILLS'))),
            week as (
                select program_id, week_starts_on, p.group_sessions, p.group_seats, t.booked, t.attended,
                       p.group_seats is not null and coalesce(t.of_unknown_kind, 0) = 0 as told
                  from published p
                  full join (select program_id, week_starts_on, count(*) as booked,
                                    count(*) filter (where attended) as attended,
                                    count(*) filter (where of_unknown_kind) as of_unknown_kind
                               from taken group by program_id, week_starts_on) t using (program_id, week_starts_on)
                 where cast(:program as uuid) is null or program_id = :program)
            """;

    private static final String COUNTS = WEEKS + """
            select grp, case when told then 'WITH_GROUP_SEAT' else '-ONLY_IN_WEEKS_NOT_TOLD' end as category,
                   count(*) as persons
              from (select {group} as grp, admission_id, bool_or(told) as told
                      from taken join week using (program_id, week_starts_on) group by 1, 2) s
             group by 1, 2
            """;

    private static final String SUMS = WEEKS + """
            select {group} as grp, count(*) filter (where told) as weeks, count(*) filter (where not told) as not_told,
                   coalesce(sum(group_sessions) filter (where told), 0) as sessions,
                   coalesce(sum(group_seats) filter (where told), 0) as seats,
                   coalesce(sum(booked) filter (where told), 0) as booked,
                   coalesce(sum(attended) filter (where told), 0) as attended
              from week group by 1
            """;

    private final EntityManager entities;
    private final Caller caller;

    CapacityMetric(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    @Override
    public Set<MetricCode> codes() {
        return Set.of(MetricCode.CAPACITY_UTILIZATION);
    }

    @Override
    public MetricDefinition definition(MetricCode code) {
        return new MetricDefinition(
                code,
                "Capacity utilization",
                "Group seats booked, and group seats attended, of the group seats that the published rosters of whole weeks offered. Offered are all meetings of groups and workshops with the seats bookings are held to, also those that nobody booked. A seat is booked unless the booking was given up or the program canceled the session, and attended by the rule of the attendance rate. The months are those in which the weeks begin, not months of admission.",
                "Weeks that begin in the months and are over on the day of the figure, by the newest publication that was not taken back; persons are those with a group seat in one of them",
                "Weeks whose offered seats are not known, because the roster was never published or was before seats were told, or with a booking of which the kind of session is not kept: counted as WEEKS_NOT_TOLD, never as no seats, and their bookings don't count either",
                "The suite's own policy; the field has no common definition",
                List.of(WITH_SEAT),
                List.of(
                        MeasureDefinition.ratio(BOOKED, "Group seats booked", "Group seats offered"),
                        MeasureDefinition.ratio(ATTENDED, "Group seats attended", "Group seats offered")));
    }

    @Override
    public Groups count(MetricCode code, Cohort cohort, @Nullable Dimension by) {
        requireWholeWeeks(cohort, by);
        var groups = new Groups();
        for (var row : query(COUNTS, cohort, by)
                .addScalar("category", String.class)
                .addScalar("persons", Long.class)
                .getResultList()) {
            var category = row.get("category", String.class);
            var persons = row.get("persons", Long.class);
            if (category.startsWith("-")) {
                groups.exclude(row.get("grp", String.class), category.substring(1), persons);
            } else {
                groups.add(row.get("grp", String.class), category, persons);
            }
        }
        var sums = query(SUMS, cohort, by);
        List.of("weeks", "not_told", "sessions", "seats", "booked", "attended")
                .forEach(name -> sums.addScalar(name, BigDecimal.class));
        for (var row : sums.getResultList()) {
            sum(groups, row, "booked", BOOKED + "_NUMERATOR");
            sum(groups, row, "seats", BOOKED + "_DENOMINATOR");
            sum(groups, row, "attended", ATTENDED + "_NUMERATOR");
            sum(groups, row, "seats", ATTENDED + "_DENOMINATOR");
            sum(groups, row, "sessions", "GROUP_SESSIONS_OFFERED");
            sum(groups, row, "weeks", "WEEKS_COUNTED");
            sum(groups, row, "not_told", "WEEKS_NOT_TOLD");
        }
        return groups;
    }

    /** A seat is offered to everybody, so what divides persons is refused. */
    private static void requireWholeWeeks(Cohort cohort, @Nullable Dimension by) {
        refuse("level", cohort.level());
        refuse("referralSource", cohort.referralSource());
        refuse("payer", cohort.payer());
        refuse("track", cohort.track());
        refuse("by", by == Dimension.PROGRAM ? null : by);
    }

    private static void refuse(String parameter, @Nullable Object asked) {
        if (asked != null) {
            throw ProblemException.invalid(
                    parameter,
                    "is not offered for capacity utilization: a seat is offered to everybody; ask by program only");
        }
    }

    private static void sum(Groups groups, Tuple row, String column, String name) {
        groups.sum(row.get("grp", String.class), name, row.get(column, BigDecimal.class));
    }

    private NativeQuery<Tuple> query(String sql, Cohort cohort, @Nullable Dimension by) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        sql.replace(
                                "{group}",
                                by == null ? "cast('" + Group.ALL + "' as text)" : "cast(program_id as text)"),
                        Tuple.class)
                .addScalar("grp", String.class)
                .setParameter("organization", caller.organization())
                .setParameter("from", cohort.from().atDay(1))
                .setParameter("until", cohort.to().plusMonths(1).atDay(1))
                .setParameter("asOf", cohort.asOf())
                .setParameter("program", cohort.programId());
    }
}
