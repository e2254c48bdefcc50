package care.iop.progress.metrics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what a cohort can be divided. Each episode is in exactly one group. */
@Schema(name = "MetricDimension")
enum Dimension {
    PROGRAM("cast(e.program_id as text)"),
    /** The level of care at the admission. */
    LEVEL("coalesce(e.admitted_level, e.level_of_care)"),
    ADMISSION_MONTH("to_char(e.admitted_on, 'YYYY-MM')"),
    REFERRAL_SOURCE("coalesce(e.referral_source, 'UNKNOWN')"),
    /** The category of who pays for the stay, by what settled it on the first day. */
    PAYER("coalesce(e.payer_category, 'UNKNOWN')"),
    /** The track that the client was on when the first session was booked, by day; later moves don't count. */
    TRACK("""
            coalesce((select u.track from attendance_unit u
                       where u.organization_id = e.organization_id and u.admission_id = e.id and u.status <> 'WITHDRAWN'
                       order by u.session_on, u.id limit 1), 'UNKNOWN')""");

    private final String sql;

    Dimension(String sql) {
        this.sql = sql;
    }

    /** The group of an episode {@code e} in SQL. */
    String sql() {
        return sql;
    }
}
