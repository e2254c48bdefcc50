package care.iop.chassis.idempotency;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The answers given under idempotency keys, per organization and caller. */
@ApplicationScoped
class StoredAnswers {

    private final DataSource database;
    private final Caller caller;
    private final Clock clock;
    private final Duration keptFor;

    StoredAnswers(
            DataSource database,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "iop.idempotency.kept-for") Duration keptFor) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
        this.keptFor = keptFor;
    }

    record StoredAnswer(
            String requestHash,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String link,
            @Nullable String mediaType,
            @Nullable String body) {

        Response toResponse() {
            var response = Response.status(status).entity(body).header("Idempotent-Replayed", "true");
            if (location != null) {
                response.location(URI.create(location));
            }
            if (etag != null) {
                response.header(HttpHeaders.ETAG, etag);
            }
            if (link != null) {
                response.header(HttpHeaders.LINK, link);
            }
            if (mediaType != null) {
                response.type(mediaType);
            }
            return response.build();
        }
    }

    /**
     * The answer under this key, if there is one. The key stays locked until the transaction ends, so that of requests with
     * one key at once each but the first waits here and then finds the first one's answer.
     */
    Optional<StoredAnswer> lockAndFind(String key) {
        // Two statements in one round trip: the second sees what was committed while the first waited.
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select pg_advisory_xact_lock(hashtextextended(?, 0));
                        select request_hash, status, location, etag, link, media_type, body
                        from idempotency_key where organization_id = ? and caller = ? and key = ?
                        """)) {
            select.setString(1, String.join("\n", caller.organization(), caller.subject(), key));
            select.setString(2, caller.organization());
            select.setString(3, caller.subject());
            select.setString(4, key);
            select.execute();
            select.getMoreResults();
            try (var row = select.getResultSet()) {
                return row.next()
                        ? Optional.of(new StoredAnswer(
                                row.getString(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the idempotency key could not be looked up", e);
        }
    }

    /** Stores the answer, and clears away a few that are too old to be asked for. */
    void store(String key, StoredAnswer answer) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        with expired as (delete from idempotency_key where ctid = any(array(
                          select ctid from idempotency_key where created_at < ? limit 4 for update skip locked)))
                        insert into idempotency_key (organization_id, caller, key, request_hash, status, location, etag,
                          link, media_type, body, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            insert.setTimestamp(1, Timestamp.from(clock.instant().minus(keptFor)));
            insert.setString(2, caller.organization());
            insert.setString(3, caller.subject());
            insert.setString(4, key);
            insert.setString(5, answer.requestHash());
            insert.setInt(6, answer.status());
            insert.setString(7, answer.location());
            insert.setString(8, answer.etag());
            insert.setString(9, answer.link());
            insert.setString(10, answer.mediaType());
            insert.setString(11, answer.body());
            insert.setTimestamp(12, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the answer could not be stored under its idempotency key", e);
        }
    }
}
