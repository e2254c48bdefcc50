package care.iop.scheduling.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Tells runs that are being worked on from those whose process is gone. A process renews the leases of its runs; a run
 * whose lease has ended is marked as failed by whichever process notices, also after a restart. Across all organizations,
 * and beside Hibernate, because nobody's request asks for it.
 */
@ApplicationScoped
class RosterLeases {

    private static final String RENEW = "update roster_run set lease_until = ? where id = any(?)";

    private static final String FAIL_EXPIRED = """
            update roster_run
               set status = 'FAILED', failure = ?, finished_at = ?, version = version + 1
             where status in ('QUEUED', 'RUNNING') and lease_until < ?
            """;

    private static final String FAIL_OWN = """
            update roster_run
               set status = 'FAILED', failure = ?, finished_at = ?, version = version + 1
             where status in ('QUEUED', 'RUNNING') and id = any(?)
            """;

    private final DataSource database;
    private final Clock clock;
    private final RosterSettings settings;

    RosterLeases(DataSource database, Clock clock, RosterSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /** Until when a run lives that gives a sign of life now. */
    Instant until() {
        return clock.instant().plus(settings.lease());
    }

    /** Gives a sign of life for these runs. */
    void renew(Collection<UUID> runs) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(RENEW)) {
            update.setTimestamp(1, Timestamp.from(until()));
            update.setArray(2, connection.createArrayOf("uuid", runs.toArray()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new LeasesUnavailableException(e);
        }
    }

    /** Marks as failed the runs whose process is gone; returns how many. */
    int failExpired() {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(FAIL_EXPIRED)) {
            update.setString(1, "The process that worked on it ended. Ask for a new run.");
            update.setTimestamp(2, Timestamp.from(clock.instant()));
            update.setTimestamp(3, Timestamp.from(clock.instant()));
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new LeasesUnavailableException(e);
        }
    }

    /** Marks these runs as failed because this process ends in good order. */
    void giveUp(Collection<UUID> runs) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(FAIL_OWN)) {
            update.setString(1, "The service was stopped. Ask for a new run.");
            update.setTimestamp(2, Timestamp.from(clock.instant()));
            update.setArray(3, connection.createArrayOf("uuid", runs.toArray()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new LeasesUnavailableException(e);
        }
    }

    /** The database can't be asked; the next sign of life tries again. */
    static final class LeasesUnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LeasesUnavailableException(SQLException cause) {
            super("the leases of roster runs can't be reached", cause);
        }
    }
}
