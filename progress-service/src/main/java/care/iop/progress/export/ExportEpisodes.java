package care.iop.progress.export;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the episodes of a cohort, a row each. Each person in it is noted in the access log. */
@ApplicationScoped
class ExportEpisodes {

    static final int MOST_ROWS = 20_000;

    private static final String ROWS = """
            with cohort as (
              select * from episode
               where organization_id = ? and admitted_on >= ? and admitted_on < ? and admitted_on <= ?
                 and (cast(? as uuid) is null or program_id = ?)
               order by admitted_on, id limit ?)
            select e.id, e.patient_id, e.program_id, coalesce(e.admitted_level, e.level_of_care) as level,
                   coalesce(e.referral_source, 'UNKNOWN') as source, e.admitted_on, e.first_contact_on,
                   case when e.ended_on <= a.day then e.ended_on end as ended_on,
                   case when e.ended_on <= a.day then e.teds_reason end as teds_reason,
                   e.prescribed_minutes_per_week,
                   w.scheduled, w.attended, w.planned, w.delivered,
                   c.days, c.use_days, c.mood, c.craving,
                   h.due, h.done, m.planned as meetings, m.attended as meetings_attended,
                   p.first_total as first_phq9, p.last_total as last_phq9, g.first_total as first_gad7, g.last_total as last_gad7
              from cohort e
              cross join (select cast(? as date) as day, cast(? as text) as zone) a
              left join lateral (select coalesce(sum(scheduled_units - program_cancelled_units), 0) as scheduled,
                                        coalesce(sum(attended_units), 0) as attended,
                                        coalesce(sum(planned_minutes), 0) as planned,
                                        coalesce(sum(delivered_minutes), 0) as delivered
                                   from weekly_attendance
                                  where organization_id = e.organization_id and admission_id = e.id
                                    and week_starts_on + 6 <= a.day) w on true
              left join lateral (select coalesce(sum(days_in(reported_days)), 0) as days,
                                        coalesce(sum(days_in(use_days)), 0) as use_days,
                                        round(sum(mood_sum)::numeric / nullif(sum(days_in(reported_days)), 0), 2) as mood,
                                        round(sum(craving_sum)::numeric / nullif(sum(days_in(reported_days)), 0), 2) as craving
                                   from weekly_check_ins
                                  where organization_id = e.organization_id and admission_id = e.id
                                    and week_starts_on + 6 <= a.day) c on true
              left join lateral (select count(*) as due,
                                        count(*) filter (where cast(done_at at time zone a.zone as date) <= a.day) as done
                                   from homework
                                  where organization_id = e.organization_id and patient_id = e.patient_id
                                    and admission_id = e.id and withdrawn_at is null and due_on <= a.day) h on true
              left join lateral (select count(*) filter (where planned) as planned,
                                        count(*) filter (where planned and status = 'ATTENDED') as attended
                                   from support_meeting
                                  where organization_id = e.organization_id and patient_id = e.patient_id
                                    and held_on >= e.admitted_on and held_on <= a.day
                                    and (e.ended_on is null or held_on <= e.ended_on)) m on true
              left join lateral (%1$s) p on true
              left join lateral (%2$s) g on true
             order by e.admitted_on, e.id
            """.formatted(totals("PHQ-9"), totals("GAD-7"));

    private final DataSource database;
    private final AccessAudit audit;
    private final Caller caller;

    ExportEpisodes(DataSource database, AccessAudit audit, Caller caller) {
        this.database = database;
        this.audit = audit;
        this.caller = caller;
    }

    private static String totals(String instrument) {
        return """
                select (array_agg(total order by taken_at, id))[1] as first_total,
                       (array_agg(total order by taken_at desc, id desc))[1] as last_total
                  from assessment_result
                 where organization_id = e.organization_id and patient_id = e.patient_id and admission_id = e.id
                   and instrument = '%s' and total is not null and replaced_by is null and voided_at is null
                   and cast(taken_at at time zone a.zone as date) <= a.day""".formatted(instrument);
    }

    /**
     * The episodes that were admitted in these months.
     *
     * @param asOf what is known of days after this one doesn't count
     * @param zone in whose time days are
     * @throws ProblemException 422 when there are more than 20,000
     */
    @Transactional(TxType.MANDATORY)
    List<EpisodeRow> read(YearMonth from, YearMonth to, @Nullable UUID programId, LocalDate asOf, ZoneId zone) {
        var people = new HashSet<UUID>();
        var rows = new ArrayList<EpisodeRow>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ROWS)) {
            bind(select, from, to, programId, asOf, zone);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    people.add(row.getObject("patient_id", UUID.class));
                    rows.add(of(row));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("episodes can't be read for an export", e);
        }
        if (rows.size() > MOST_ROWS) {
            throw ProblemException.invalid(
                    "to", "must leave at most " + MOST_ROWS + " episodes; ask for fewer months or one program");
        }
        audit.readAll("Episode", List.copyOf(people));
        return rows;
    }

    private void bind(
            PreparedStatement select,
            YearMonth from,
            YearMonth to,
            @Nullable UUID programId,
            LocalDate asOf,
            ZoneId zone)
            throws SQLException {
        select.setString(1, caller.organization());
        select.setDate(2, Date.valueOf(from.atDay(1)));
        select.setDate(3, Date.valueOf(to.plusMonths(1).atDay(1)));
        select.setDate(4, Date.valueOf(asOf));
        select.setObject(5, programId);
        select.setObject(6, programId);
        select.setInt(7, MOST_ROWS + 1);
        select.setDate(8, Date.valueOf(asOf));
        select.setString(9, zone.getId());
    }

    private static EpisodeRow of(ResultSet row) throws SQLException {
        return new EpisodeRow(
                row.getString("id"),
                row.getString("program_id"),
                row.getString("level"),
                row.getString("source"),
                row.getObject("admitted_on", LocalDate.class),
                row.getObject("first_contact_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                number(row, "teds_reason"),
                row.getInt("prescribed_minutes_per_week"),
                row.getInt("scheduled"),
                row.getInt("attended"),
                row.getInt("planned"),
                row.getInt("delivered"),
                row.getInt("days"),
                row.getInt("use_days"),
                mean(row, "mood"),
                mean(row, "craving"),
                row.getInt("due"),
                row.getInt("done"),
                row.getInt("meetings"),
                row.getInt("meetings_attended"),
                number(row, "first_phq9"),
                number(row, "last_phq9"),
                number(row, "first_gad7"),
                number(row, "last_gad7"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        var number = row.getInt(column);
        return row.wasNull() ? null : Integer.valueOf(number);
    }

    private static @Nullable Double mean(ResultSet row, String column) throws SQLException {
        var mean = row.getBigDecimal(column);
        return mean == null ? null : mean.doubleValue();
    }
}
