package care.iop.intake.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Finds the receivers of all organizations that are to be told something now. */
@ApplicationScoped
class DueReceivers {

    private static final String DUE = """
            select r.organization_id, r.id from notification_receiver r
            where r.status in ('REQUESTED', 'ACTIVE') and r.next_attempt_at <= ?
              and (r.leased_until is null or r.leased_until <= ?)
              and (r.status = 'REQUESTED' or exists (
                  select 1 from notification n
                  where n.organization_id = r.organization_id and n.receiver_id = r.id and n.status = 'PENDING'))
            order by r.next_attempt_at limit 1000
            """;

    private static final String ORGANIZATIONS = "select distinct organization_id from notification_receiver";

    private final DataSource database;
    private final Clock clock;

    DueReceivers(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A receiver of an organization. */
    record Due(String organization, UUID receiverId) {}

    List<Due> find() {
        var now = Timestamp.from(clock.instant());
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(DUE)) {
            select.setTimestamp(1, now);
            select.setTimestamp(2, now);
            try (var row = select.executeQuery()) {
                var due = new ArrayList<Due>();
                while (row.next()) {
                    due.add(new Due(row.getString(1), row.getObject(2, UUID.class)));
                }
                return due;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("receivers can't be found", e);
        }
    }

    /** The organizations that have receivers. */
    List<String> organizations() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ORGANIZATIONS);
                var row = select.executeQuery()) {
            var organizations = new ArrayList<String>();
            while (row.next()) {
                organizations.add(row.getString(1));
            }
            return organizations;
        } catch (SQLException e) {
            throw new IllegalStateException("receivers can't be found", e);
        }
    }
}
