package care.iop.intake;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into the service's tables past the service. */
@Singleton
public class Database {

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** The rows as texts, their columns joined by a space. */
    public List<String> rows(String sql, Object... parameters) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var texts = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var columns = new ArrayList<String>();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        columns.add(String.valueOf(rows.getString(column)));
                    }
                    texts.add(String.join(" ", columns));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows, for what can't be brought about through the service, such as the passing of time. */
    public void execute(String sql, Object... parameters) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one number that a query answers. */
    public long number(String sql, Object... parameters) {
        return Long.parseLong(rows(sql, parameters).get(0));
    }
}
