package care.iop.intake.authorization;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The bookings of the caller's organization that scheduling told of. */
@ApplicationScoped
class BookedSessions {

    /** One statement, so that of two versions that arrive at once on both topics the newer one stays. */
    private static final String FOLLOW = """
            insert into booked_session (organization_id, id, source_version, admission_id, kind, session_on, state,
                                        planned_minutes, delivered_minutes, starts_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (organization_id, id) do update
               set source_version = excluded.source_version, admission_id = excluded.admission_id, kind = excluded.kind,
                   session_on = excluded.session_on, state = excluded.state, planned_minutes = excluded.planned_minutes,
                   delivered_minutes = excluded.delivered_minutes, starts_at = excluded.starts_at
             where booked_session.source_version < excluded.source_version
            """;

    private static final String OF_STAY = """
            select session_on, kind, state, planned_minutes, delivered_minutes, starts_at from booked_session
             where organization_id = ? and admission_id = ? and session_on >= ? and state <> 'WITHDRAWN'
             order by session_on, id
            """;

    private static final String FIRST_DELIVERED = """
            select min(starts_at) from booked_session
             where organization_id = ? and admission_id = ? and state = 'MARKED' and delivered_minutes > 0
            """;

    private final DataSource database;
    private final Caller caller;

    BookedSessions(DataSource database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** Takes over this version of a booking; false when the same or a newer one is known already. */
    @Transactional(TxType.MANDATORY)
    boolean follow(UUID bookingId, long version, UUID admissionId, BookedSession newest) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(FOLLOW)) {
            upsert.setString(1, caller.organization());
            upsert.setObject(2, bookingId);
            upsert.setLong(3, version);
            upsert.setObject(4, admissionId);
            upsert.setString(5, newest.kind().name());
            upsert.setObject(6, newest.on());
            upsert.setString(7, newest.state().name());
            upsert.setInt(8, newest.plannedMinutes());
            upsert.setInt(9, newest.deliveredMinutes());
            upsert.setObject(10, atOffset(newest.startsAt()));
            return upsert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** The bookings of a stay from a day on, without those that were given up. */
    @Transactional(TxType.MANDATORY)
    List<BookedSession> of(UUID admissionId, LocalDate from) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OF_STAY)) {
            select.setString(1, caller.organization());
            select.setObject(2, admissionId);
            select.setObject(3, from);
            var found = new ArrayList<BookedSession>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new BookedSession(
                            instant(rows, 6),
                            rows.getObject(1, LocalDate.class),
                            SessionKind.valueOf(rows.getString(2)),
                            BookedSession.State.valueOf(rows.getString(3)),
                            rows.getInt(4),
                            rows.getInt(5)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** When the first session of a stay began of which at least a minute was delivered. */
    @Transactional(TxType.MANDATORY)
    Optional<Instant> firstDelivered(UUID admissionId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIRST_DELIVERED)) {
            select.setString(1, caller.organization());
            select.setObject(2, admissionId);
            try (var rows = select.executeQuery()) {
                rows.next();
                return Optional.ofNullable(instant(rows, 1));
            }
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    private static @Nullable OffsetDateTime atOffset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        var at = rows.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
