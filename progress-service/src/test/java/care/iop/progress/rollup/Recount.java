package care.iop.progress.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.progress.Database;
import java.util.List;

/** What the rollups of an organization hold, and what its facts say that they must hold. */
public final class Recount {

    private static final String COUNTS = """
            admitted, ended, people_reporting, people_using, reported_days, use_days, mood_sum, craving_sum, sleep_half_hours_sum,
            scheduled_units, program_cancelled_units, attended_units, unmarked_units, planned_minutes, delivered_minutes
            """;

    private static final String SUMS = "sum(" + COUNTS.strip().replaceAll(",\\s+", "), sum(") + ")";

    private final Database database;
    private final String organization;

    public Recount(Database database, String organization) {
        this.database = database;
        this.organization = organization;
    }

    /** Every number of every rollup is what the facts come to, no row is missing, none is too many. */
    public void equalsRollups() {
        assertThat(weeklyCheckIns()).as("weeks of check-ins").isEqualTo(texts("""
                select concat_ws(' ', admission_id, week_starts_on, reported_days, use_days, mood_sum, craving_sum,
                                 sleep_half_hours_sum)
                  from check_ins_by_week where organization_id = ? order by 1"""));
        assertThat(weeklyAttendance()).as("weeks of attendance").isEqualTo(texts("""
                select concat_ws(' ', admission_id, week_starts_on, scheduled_units, program_cancelled_units, attended_units,
                                 unmarked_units, planned_minutes, delivered_minutes)
                  from attendance_by_week where organization_id = ? order by 1"""));
        assertThat(programWeeks()).as("weeks of programs").isEqualTo(texts("""
                select concat_ws(' ', program_id, week_starts_on, %s) from program_week_share where organization_id = ?
                 group by program_id, week_starts_on order by 1""".formatted(SUMS)));
    }

    List<String> weeklyCheckIns() {
        return texts("""
                select concat_ws(' ', admission_id, week_starts_on, reported_days, use_days, mood_sum, craving_sum,
                                 sleep_half_hours_sum)
                  from weekly_check_ins where organization_id = ? order by 1""");
    }

    List<String> weeklyAttendance() {
        return texts("""
                select concat_ws(' ', admission_id, week_starts_on, scheduled_units, program_cancelled_units, attended_units,
                                 unmarked_units, planned_minutes, delivered_minutes)
                  from weekly_attendance where organization_id = ? order by 1""");
    }

    List<String> programWeeks() {
        return texts("""
                select concat_ws(' ', program_id, week_starts_on, %s) from program_week_now where organization_id = ? order by 1""".formatted(COUNTS));
    }

    private List<String> texts(String sql) {
        return database.texts(sql, organization);
    }
}
