package care.iop.load.simulation;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into one table by COPY, over a connection of their own. */
final class CopyStream implements AutoCloseable {

    private static final int FLUSH_AT = 64 * 1024;

    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder lines = new StringBuilder(FLUSH_AT + 1024);

    /** Takes the connection over and closes it. */
    CopyStream(Connection connection, String table, String columns) throws SQLException {
        this.connection = connection;
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin");
    }

    /** Adds one row. The values hold no tab, line end or backslash; null is SQL's null. */
    void row(@Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                lines.append('\t');
            }
            if (values[i] == null) {
                lines.append("\\N");
            } else {
                lines.append(values[i]);
            }
        }
        lines.append('\n');
        if (lines.length() >= FLUSH_AT) {
            flush();
        }
    }

    /** Ends the COPY, so that its rows are there; returns how many. */
    long finish() throws SQLException {
        flush();
        return copy.endCopy();
    }

    private void flush() throws SQLException {
        var bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
