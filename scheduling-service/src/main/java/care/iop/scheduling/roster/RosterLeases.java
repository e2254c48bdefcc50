package care.iop.scheduling.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Tells runs that are being worked on from those whose process is gone. A process renews the leases of its runs; a run
 * whose lease has ended is queued again by whichever process notices, also after a restart, or marked as failed when it
 * was tried often enough. Across all organizations, and beside Hibernate, because nobody's request asks for it.
 */
@ApplicationScoped
class RosterLeases {

    private static final String RENEW =
            "update roster_run set lease_until = ? where status in ('QUEUED', 'RUNNING') and id = any(?)";

    private static final String TELL =
            "update roster_run set progress = ?::jsonb where id = ? and status = 'RUNNING' and attempts = ?";

    private static final String TAKE_OVER = """
            update roster_run
               set status = 'QUEUED', lease_until = ?, version = version + 1
             where (organization_id, id) in (
                   select organization_id, id from roster_run
                    where status in ('QUEUED', 'RUNNING') and lease_until < ? and attempts < ?
                    order by requested_at limit ? for update skip locked)
            returning organization_id, id
            """;

    private static final String FAIL_EXPIRED = """
            update roster_run
               set status = 'FAILED', failure = ?, finished_at = ?, version = version + 1
             where status in ('QUEUED', 'RUNNING') and lease_until < ? and attempts >= ?
            """;

    private static final String HAND_BACK = """
            update roster_run
               set status = 'QUEUED', lease_until = ?, version = version + 1
             where status in ('QUEUED', 'RUNNING') and id = any(?)
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final RosterSettings settings;

    RosterLeases(DataSource database, ObjectMapper json, Clock clock, RosterSettings settings) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
    }

    /** Until when a run lives that gives a sign of life now. */
    Instant until() {
        return clock.instant().plus(settings.lease());
    }

    /** Gives a sign of life for these runs. */
    void renew(Collection<UUID> runs) {
        execute(RENEW, update -> {
            update.setTimestamp(1, Timestamp.from(until()));
            update.setArray(2, ids(update.getConnection(), runs));
            return update.executeUpdate();
        });
    }

    /** Keeps how far a try is; false when nobody waits for it: the run was cancelled, or another process has it. */
    boolean tell(UUID run, RosterProgress progress) {
        return execute(TELL, update -> {
            update.setString(1, text(progress));
            update.setObject(2, run);
            update.setInt(3, progress.attempt());
            return update.executeUpdate() == 1;
        });
    }

    private String text(RosterProgress progress) {
        try {
            return json.writeValueAsString(progress);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("progress can't be written as JSON", e);
        }
    }

    /** Takes over at most so many runs whose process is gone: they are queued again, for this process. */
    List<RosterRunQueued> takeOver(int atMost) {
        return execute(TAKE_OVER, update -> {
            update.setTimestamp(1, Timestamp.from(until()));
            update.setTimestamp(2, Timestamp.from(clock.instant()));
            update.setInt(3, settings.tries());
            update.setInt(4, atMost);
            var taken = new ArrayList<RosterRunQueued>();
            try (var rows = update.executeQuery()) {
                while (rows.next()) {
                    taken.add(new RosterRunQueued(rows.getString(1), rows.getObject(2, UUID.class)));
                }
            }
            return taken;
        });
    }

    /** Marks as failed the runs whose process is gone and that were tried often enough; returns how many. */
    int failExpired() {
        return execute(FAIL_EXPIRED, update -> {
            update.setString(
                    1, "The process that worked on it ended, %d times. Ask for a new run.".formatted(settings.tries()));
            update.setTimestamp(2, Timestamp.from(clock.instant()));
            update.setTimestamp(3, Timestamp.from(clock.instant()));
            update.setInt(4, settings.tries());
            return update.executeUpdate();
        });
    }

    /** Leaves these runs to whichever process takes them over next, because this one ends in good order. */
    void handBack(Collection<UUID> runs) {
        execute(HAND_BACK, update -> {
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setArray(2, ids(update.getConnection(), runs));
            return update.executeUpdate();
        });
    }

    private static java.sql.Array ids(Connection connection, Collection<UUID> runs) throws SQLException {
        return connection.createArrayOf("uuid", runs.toArray());
    }

    private <T> T execute(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new LeasesUnavailableException(e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {

        T on(PreparedStatement statement) throws SQLException;
    }

    /** The database can't be asked; the next sign of life tries again. */
    static final class LeasesUnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LeasesUnavailableException(SQLException cause) {
            super("the leases of roster runs can't be reached", cause);
        }
    }
}
