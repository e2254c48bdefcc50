package care.iop.progress.silence;

import care.iop.chassis.caller.Caller;
import care.iop.progress.alert.RaiseAlert;
import care.iop.progress.alert.rule.Rules;
import care.iop.progress.alert.rule.SilenceFacts;
import care.iop.progress.alert.rule.WeekFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Lets the alert rules look at everybody in treatment of one organization, a page of episodes at a time. */
@ApplicationScoped
class FindSilence {

    private static final Duration REPEATED_WITHIN = Duration.ofHours(24);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 500;

    private static final String EPISODES = """
            select e.id as admission, e.patient_id as patient, e.level_of_care as level, e.admitted_on as admitted,
                   greatest(e.admitted_on, c.for_on) as checked_in,
                   greatest(e.admitted_on, c.for_on,
                            (select max(u.session_on) from attendance_unit u
                              where u.organization_id = e.organization_id and u.admission_id = e.id
                                and u.status in ('ATTENDED', 'LATE', 'PARTIAL')),
                            (select cast(max(r.taken_at) at time zone 'UTC' as date) from assessment_result r
                              where r.organization_id = e.organization_id and r.patient_id = e.patient_id)) as heard,
                   coalesce(w.delivered_minutes, 0) as delivered, coalesce(w.unmarked_units, 0) as unmarked
              from episode e
              left join latest_check_in c on c.organization_id = e.organization_id and c.patient_id = e.patient_id
              left join weekly_attendance w on w.organization_id = e.organization_id and w.admission_id = e.id
                                           and w.week_starts_on = :week
             where e.organization_id = :organization and e.ended_on is null and e.id > :after
             order by e.id
             limit :page
            """;

    private final EntityManager entities;
    private final Caller caller;
    private final Rules rules;
    private final RaiseAlert raiseAlert;
    private final Clock clock;

    FindSilence(EntityManager entities, Caller caller, Rules rules, RaiseAlert raiseAlert, Clock clock) {
        this.entities = entities;
        this.caller = caller;
        this.rules = rules;
        this.raiseAlert = raiseAlert;
        this.clock = clock;
    }

    /** Where the first page begins. */
    static UUID beginning() {
        return FIRST;
    }

    /** Looks at the episodes after this one; returns the last one looked at, or the same when there are no more. */
    @Transactional
    UUID look(UUID after) {
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        var lastWeek =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
        var last = after;
        for (var episode : page(after, lastWeek)) {
            last = episode.get("admission", UUID.class);
            judge(episode, today, lastWeek);
        }
        return last;
    }

    private void judge(Tuple episode, LocalDate today, LocalDate lastWeek) {
        var admission = episode.get("admission", UUID.class);
        var patient = episode.get("patient", UUID.class);
        var silence = new SilenceFacts(
                ChronoUnit.DAYS.between(episode.get("checked_in", LocalDate.class), today),
                ChronoUnit.DAYS.between(episode.get("heard", LocalDate.class), today));
        rules.of(silence)
                .forEach(verdict -> raiseAlert.raiseStanding(
                        verdict.about(patient, admission, admission),
                        clock.instant().minus(REPEATED_WITHIN)));
        if (episode.get("admitted", LocalDate.class).isAfter(lastWeek)) {
            return;
        }
        var week = new WeekFacts(
                episode.get("level", String.class),
                episode.get("delivered", Integer.class),
                episode.get("unmarked", Integer.class));
        rules.of(week)
                .forEach(verdict -> raiseAlert.raiseStanding(
                        verdict.about(patient, admission, admission),
                        lastWeek.plusWeeks(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private List<Tuple> page(UUID after, LocalDate week) {
        return entities.unwrap(Session.class)
                .createNativeQuery(EPISODES, Tuple.class)
                .addScalar("admission", UUID.class)
                .addScalar("patient", UUID.class)
                .addScalar("level", String.class)
                .addScalar("admitted", LocalDate.class)
                .addScalar("checked_in", LocalDate.class)
                .addScalar("heard", LocalDate.class)
                .addScalar("delivered", Integer.class)
                .addScalar("unmarked", Integer.class)
                .setParameter("organization", caller.organization())
                .setParameter("week", week)
                .setParameter("after", after)
                .setParameter("page", PAGE)
                .getResultList();
    }
}
