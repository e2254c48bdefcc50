package care.iop.load.simulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows on their way into a table that has a partition for each month. A month that is empty is filled as a table of its own
 * without indexes and attached at the end, when its indexes are built at once.
 */
public final class MonthlyCopies implements AutoCloseable {

    private final Connections connections;
    private final String table;
    private final String columns;
    private final Map<YearMonth, CopyStream> months = new TreeMap<>();
    private final Map<YearMonth, String> detached = new TreeMap<>();

    MonthlyCopies(Connections connections, String table, String columns) {
        this.connections = connections;
        this.table = table;
        this.columns = columns;
    }

    CopyStream of(LocalDate day) throws SQLException {
        var month = YearMonth.from(day);
        var copy = months.get(month);
        if (copy == null) {
            copy = new CopyStream(connections.open(), prepare(month), columns);
            months.put(month, copy);
        }
        return copy;
    }

    private String prepare(YearMonth month) throws SQLException {
        var name = String.format(Locale.ROOT, "%s_%04d_%02d", table, month.getYear(), month.getMonthValue());
        try (var connection = connections.open();
                var statement = connection.createStatement()) {
            statement.execute("select open_month('" + table + "', '" + month.atDay(1) + "')");
            if (isEmpty(connection, name)) {
                statement.execute("drop table " + name);
                statement.execute("create table " + name + " (like " + table + " including all excluding indexes)");
                detached.put(month, name);
            }
        }
        return name;
    }

    private static boolean isEmpty(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select not exists(select 1 from " + name + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Ends all COPYs and attaches the months; returns how many rows there are. */
    long finish() throws SQLException {
        long rows = 0;
        for (var copy : months.values()) {
            rows += copy.finish();
        }
        try (var connection = connections.open();
                var statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '256MB'");
            for (var one : detached.entrySet()) {
                statement.execute("alter table %s attach partition %s for values from ('%s') to ('%s')"
                        .formatted(
                                table,
                                one.getValue(),
                                one.getKey().atDay(1),
                                one.getKey().plusMonths(1).atDay(1)));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        for (var copy : months.values()) {
            copy.close();
        }
    }

    /** Opens a connection to the database that is filled. */
    public interface Connections {
        /** Opens one more; whoever asked closes it. */
        Connection open() throws SQLException;
    }
}
