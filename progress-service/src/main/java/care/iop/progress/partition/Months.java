package care.iop.progress.partition;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Makes sure that the month of a fact is there before the fact is written, however late or early the fact is. */
@ApplicationScoped
public class Months {

    /** Facts further away than this are mistakes, and would fill the database with empty tables. */
    public static final int YEARS_AROUND = 10;

    private final Set<Month> known = ConcurrentHashMap.newKeySet();
    private final DataSource database;
    private final Clock clock;
    private final Counter openedLate;

    Months(DataSource database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.openedLate = meters.counter("iop.progress.partitions.opened.late");
    }

    /** Whether facts of this day are taken: those of {@value #YEARS_AROUND} years before and after today. */
    public boolean reach(LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(LocalDate.now(clock.withZone(ZoneOffset.UTC)), day))
                <= YEARS_AROUND * 366L;
    }

    /**
     * Opens the day's month unless it is open. That is a short transaction of its own, so that nobody waits for the
     * caller's; asked again about the same month, nothing is done.
     */
    public void open(MonthlyTable table, LocalDate day) {
        var month = new Month(table, YearMonth.from(day));
        if (known.contains(month)) {
            return;
        }
        if (!reach(day)) {
            throw new IllegalArgumentException(day + " is more than " + YEARS_AROUND + " years away");
        }
        if (QuarkusTransaction.requiringNew().call(() -> create(table, day))) {
            openedLate.increment();
        }
        known.add(month);
    }

    /** As {@link #open}, for months that nobody waits for yet. */
    void openAhead(MonthlyTable table, LocalDate day) {
        QuarkusTransaction.requiringNew().run(() -> create(table, day));
        known.add(new Month(table, YearMonth.from(day)));
    }

    private boolean create(MonthlyTable table, LocalDate day) {
        try (var connection = database.getConnection();
                var open = connection.prepareStatement("select open_month(?, ?)")) {
            open.setString(1, table.sqlName());
            open.setObject(2, day);
            try (var row = open.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new NoPartitionException(e);
        }
    }

    private record Month(MonthlyTable table, YearMonth month) {}

    /** The month could not be opened; the fact is tried again later. */
    static final class NoPartitionException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoPartitionException(SQLException cause) {
            super("a month could not be opened", cause);
        }
    }
}
