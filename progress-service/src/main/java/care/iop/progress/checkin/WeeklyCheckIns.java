package care.iop.progress.checkin;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Lets the weeks of an admission and of its program follow each report, in the report's transaction: a new one with its own
 * statement ({@link NewCheckIns}), a corrected one here. A day belongs to the episode that the person was in; a day outside of all
 * is in no week until an episode that holds it is known.
 */
@ApplicationScoped
class WeeklyCheckIns {

    private static final String HOME = """
            with home as (
                select id, program_id from episode
                 where organization_id = :organization and patient_id = :patient
                   and admitted_on <= :day and (ended_on is null or ended_on >= :day)
                 order by admitted_on desc, id desc limit 1),
            """;

    /** Sums go by differences; the bit of the day is cleared and set anew. */
    private static final String CORRECT = """
            week as (
                update weekly_check_ins w
                   set use_days = w.use_days & ~day_bit(cast(:day as date)) | day_bit(cast(:day as date)) * :uses,
                       mood_sum = w.mood_sum + :mood,
                       craving_sum = w.craving_sum + :craving,
                       sleep_half_hours_sum = w.sleep_half_hours_sum + :sleep
                  from home
                 where w.organization_id = :organization and w.admission_id = home.id and w.week_starts_on = :week
                returning old.use_days as used_before, new.use_days as used_now)
            """;

    private static final String PROGRAM = """
            insert into program_week_change (organization_id, program_id, week_starts_on, people_using, use_days, mood_sum,
                                             craving_sum, sleep_half_hours_sum)
            select :organization, home.program_id, cast(:week as date),
                   case when week.used_now = 0 then 0 else 1 end - case when week.used_before = 0 then 0 else 1 end,
                   days_in(week.used_now) - days_in(week.used_before), :mood, :craving, :sleep
              from home, week
            """;

    private static final String NEWEST = """
            select week_starts_on, reported_days, use_days, mood_sum, craving_sum, sleep_half_hours_sum from weekly_check_ins
             where organization_id = :organization and admission_id = :admission
             order by week_starts_on desc limit 53
            """;

    private final EntityManager entities;
    private final Caller caller;

    WeeklyCheckIns(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** Changes the report of a day by what it says now and did not say before. */
    void correct(DailyReport before, CheckIn checkIn) {
        var report = checkIn.report();
        entities.createNativeQuery(HOME + CORRECT + PROGRAM)
                .setParameter("organization", caller.organization())
                .setParameter("patient", checkIn.patientId())
                .setParameter("day", checkIn.forOn())
                .setParameter("week", checkIn.forOn().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .setParameter("uses", report.substanceUse() ? 1 : 0)
                .setParameter("mood", report.mood() - before.mood())
                .setParameter("craving", report.craving() - before.craving())
                .setParameter("sleep", report.sleepHalfHours() - before.sleepHalfHours())
                .executeUpdate();
    }

    /** The newest 53 weeks of an admission that have reports, newest first. */
    List<CheckInWeekView> newest(UUID admissionId) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(NEWEST, Tuple.class)
                .addScalar("week_starts_on", LocalDate.class)
                .addScalar("reported_days", Integer.class)
                .addScalar("use_days", Integer.class)
                .addScalar("mood_sum", Integer.class)
                .addScalar("craving_sum", Integer.class)
                .addScalar("sleep_half_hours_sum", Integer.class)
                .setParameter("organization", caller.organization())
                .setParameter("admission", admissionId)
                .getResultList()
                .stream()
                .map(CheckInWeekView::of)
                .toList();
    }
}
