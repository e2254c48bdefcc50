package care.iop.chassis.idempotency;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The answers given under idempotency keys, per organization and caller. */
@ApplicationScoped
class StoredAnswers {

    private final DataSource database;
    private final Caller caller;
    private final Clock clock;

    StoredAnswers(DataSource database, Caller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
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

    Optional<StoredAnswer> find(String key) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select request_hash, status, location, etag, link, media_type, body
                        from idempotency_key where organization_id = ? and caller = ? and key = ?
                        """)) {
            select.setString(1, caller.organization());
            select.setString(2, caller.subject());
            select.setString(3, key);
            try (var row = select.executeQuery()) {
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

    /** Stores the answer; false when another request with this key was faster, which this waits for. */
    boolean store(String key, StoredAnswer answer) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into idempotency_key (organization_id, caller, key, request_hash, status, location, etag,
                          link, media_type, body, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)) {
            insert.setString(1, caller.organization());
            insert.setString(2, caller.subject());
            insert.setString(3, key);
            insert.setString(4, answer.requestHash());
            insert.setInt(5, answer.status());
            insert.setString(6, answer.location());
            insert.setString(7, answer.etag());
            insert.setString(8, answer.link());
            insert.setString(9, answer.mediaType());
            insert.setString(10, answer.body());
            insert.setTimestamp(11, Timestamp.from(clock.instant()));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the answer could not be stored under its idempotency key", e);
        }
    }
}
