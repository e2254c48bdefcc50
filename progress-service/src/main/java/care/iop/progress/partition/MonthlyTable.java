package care.iop.progress.partition;

import java.util.Locale;

/** A table that has one partition for each month. */
public enum MonthlyTable {
    CHECK_IN,
    ATTENDANCE_UNIT;

    String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
