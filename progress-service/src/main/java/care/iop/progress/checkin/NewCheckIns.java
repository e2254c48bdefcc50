package care.iop.progress.checkin;

import care.iop.chassis.caller.Caller;
import care.iop.progress.alert.rule.DayFacts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a new report with all that counts it. By far the most of what this service writes is reports, so it is one round trip to
 * the database and past Hibernate.
 */
@ApplicationScoped
class NewCheckIns {

    /**
     * The report, unless its day has one; the week of the admission that it belongs to, and of its program (see {@link WeeklyCheckIns}).
     */
    private static final String KEEP = """
            with recorded as (
                insert into check_in (organization_id, patient_id, for_on, id, version, mood, craving, substance_use,
                                      sleep_half_hours, note, note_shared, substances, meeting_attended, triggers, report_id,
                                      reported_at, recorded_at, changed_at)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, cast(? as jsonb), ?, ?, ?, ?
                 where not exists (select from check_in where organization_id = ? and patient_id = ? and for_on = ?)
                on conflict do nothing
                returning organization_id, patient_id, for_on, week_of(for_on) as week_starts_on, day_bit(for_on) as day,
                          case when substance_use then day_bit(for_on) else 0::smallint end as use_day, mood, craving,
                          sleep_half_hours),
            home as (
                select recorded.*, episode.id as admission_id, episode.program_id
                  from recorded
                 cross join lateral (
                        select id, program_id from episode e
                         where e.organization_id = recorded.organization_id and e.patient_id = recorded.patient_id
                           and e.admitted_on <= recorded.for_on and (e.ended_on is null or e.ended_on >= recorded.for_on)
                         order by e.admitted_on desc, e.id desc limit 1) episode),
            week as (
                insert into weekly_check_ins as w (organization_id, admission_id, week_starts_on, reported_days, use_days,
                                                   mood_sum, craving_sum, sleep_half_hours_sum)
                select organization_id, admission_id, week_starts_on, day, use_day, mood, craving, sleep_half_hours from home
                on conflict (organization_id, admission_id, week_starts_on) do update
                   set reported_days = w.reported_days | excluded.reported_days,
                       use_days = w.use_days | excluded.use_days,
                       mood_sum = w.mood_sum + excluded.mood_sum,
                       craving_sum = w.craving_sum + excluded.craving_sum,
                       sleep_half_hours_sum = w.sleep_half_hours_sum + excluded.sleep_half_hours_sum
                returning old.admission_id as before, old.use_days as used_before, new.use_days as used_now),
            program as (
                insert into program_week_change (organization_id, program_id, week_starts_on, people_reporting, people_using,
                                                 reported_days, use_days, mood_sum, craving_sum, sleep_half_hours_sum)
                select home.organization_id, home.program_id, home.week_starts_on,
                       case when week.before is null then 1 else 0 end,
                       case when week.used_now = 0 then 0 else 1 end
                           - case when coalesce(week.used_before, 0) = 0 then 0 else 1 end,
                       1, days_in(week.used_now) - coalesce(days_in(week.used_before), 0), home.mood, home.craving,
                       home.sleep_half_hours
                  from home, week)
            select count(*) from recorded;
            """;

    /** After the rows above, on which two reports of one person wait for each other: the second reads the first. */
    private static final String BEFORE = """
            select for_on, mood, craving from check_in
             where organization_id = ? and patient_id = ? and for_on >= ? and for_on < ?
            """;

    /** Until the end of the transaction, the person's reports with an identifier are recorded one after another. */
    private static final String SENT_BEFORE = """
            select pg_advisory_xact_lock(hashtextextended('check-in ' || ?, 0));
            select exists(select from check_in
                           where organization_id = ? and patient_id = ? and for_on >= ? and report_id = ?)
            """;

    private static final String STATEMENTS = KEEP + LatestCheckIns.FOLLOW + ";\n" + BEFORE;

    private final DataSource database;
    private final Caller caller;
    private final ObjectMapper json = new ObjectMapper();

    NewCheckIns(DataSource database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /**
     * Whether a report of this person was kept that a device made under this identifier, of a day since this one. Of reports that are
     * sent at once, each but the first waits here until the one before has been kept.
     */
    boolean wasSentBefore(UUID patientId, UUID reportId, LocalDate since) {
        // Two statements in one round trip: the second sees what was committed while the first waited.
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SENT_BEFORE)) {
            select.setString(1, patientId.toString());
            select.setString(2, caller.organization());
            select.setObject(3, patientId);
            select.setObject(4, since);
            select.setObject(5, reportId);
            select.execute();
            select.getMoreResults();
            try (var row = select.getResultSet()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a check-in could not be looked up by its device's identifier", e);
        }
    }

    /**
     * Keeps a report in the caller's transaction.
     *
     * @return the reports of the days before; empty when the day has a report, and then the transaction must not be committed
     */
    Optional<List<DayFacts.Earlier>> keep(CheckIn checkIn) {
        try (var connection = database.getConnection();
                var statements = connection.prepareStatement(STATEMENTS)) {
            bind(statements, checkIn);
            statements.execute();
            if (!isRecorded(statements)) {
                return Optional.empty();
            }
            // The second statement has a count only.
            statements.getMoreResults();
            statements.getMoreResults();
            try (var rows = statements.getResultSet()) {
                return Optional.of(earlier(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the check-in could not be kept", e);
        }
    }

    private static boolean isRecorded(PreparedStatement statements) throws SQLException {
        try (var row = statements.getResultSet()) {
            return row.next() && row.getLong(1) == 1;
        }
    }

    private static List<DayFacts.Earlier> earlier(ResultSet rows) throws SQLException {
        var earlier = new ArrayList<DayFacts.Earlier>();
        while (rows.next()) {
            earlier.add(new DayFacts.Earlier(rows.getObject(1, LocalDate.class), rows.getInt(2), rows.getInt(3)));
        }
        return earlier;
    }

    private void bind(PreparedStatement statements, CheckIn checkIn) throws SQLException {
        int next = bindReport(statements, bindDay(statements, 1, checkIn), checkIn);
        next = bindDay(statements, next, checkIn);
        next = bindDay(statements, next, checkIn);
        statements.setInt(next++, checkIn.report().mood());
        statements.setInt(next++, checkIn.report().craving());
        statements.setString(next++, caller.organization());
        statements.setObject(next++, checkIn.patientId());
        statements.setObject(next++, JudgeDay.firstDayBefore(checkIn.forOn()));
        statements.setObject(next, checkIn.forOn());
    }

    private int bindDay(PreparedStatement statements, int first, CheckIn checkIn) throws SQLException {
        int next = first;
        statements.setString(next++, caller.organization());
        statements.setObject(next++, checkIn.patientId());
        statements.setObject(next++, checkIn.forOn());
        return next;
    }

    private int bindReport(PreparedStatement statements, int first, CheckIn checkIn) throws SQLException {
        var report = checkIn.report();
        var note = report.note();
        int next = first;
        statements.setObject(next++, checkIn.id());
        statements.setLong(next++, checkIn.version());
        statements.setInt(next++, report.mood());
        statements.setInt(next++, report.craving());
        statements.setBoolean(next++, report.substanceUse());
        statements.setInt(next++, report.sleepHalfHours());
        statements.setString(next++, note == null ? null : note.text());
        statements.setBoolean(next++, report.noteShared());
        statements.setString(next++, codes(report.substances()));
        statements.setObject(next++, report.meetingAttended(), Types.BOOLEAN);
        statements.setString(next++, codes(report.triggers()));
        statements.setObject(next++, checkIn.reportId(), Types.OTHER);
        bindTime(statements, next++, checkIn.saidAt());
        bindTime(statements, next++, checkIn.recordedAt());
        bindTime(statements, next++, checkIn.changedAt());
        return next;
    }

    private static void bindTime(PreparedStatement statements, int at, @Nullable Instant time) throws SQLException {
        statements.setObject(at, time == null ? null : time.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private String codes(Set<?> codes) {
        try {
            return json.writeValueAsString(codes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("codes can't be written as JSON", e);
        }
    }
}
