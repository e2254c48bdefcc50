package care.iop.chassis.audit;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.request.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Writes who read or wrote which person's data, why and when, into the append-only table {@code access_log}, inside the
 * caller's transaction: there is no access without its row, and no row without the access.
 */
@ApplicationScoped
public class AccessAudit {

    private static final String INSERT = """
            insert into access_log
              (organization_id, at, actor, roles, action, resource, resource_id, person_id, purpose, operation, request_id)
            select ?, ?, ?, ?, ?, ?, ?, person, ?, ?, ? from unnest(?::uuid[]) as person
            """;

    private final DataSource database;
    private final Caller caller;
    private final RequestFacts facts;
    private final Clock clock;
    private final String defaultPurpose;

    AccessAudit(
            DataSource database,
            Caller caller,
            RequestFacts facts,
            Clock clock,
            @ConfigProperty(name = "iop.audit.default-purpose") String defaultPurpose) {
        this.database = database;
        this.caller = caller;
        this.facts = facts;
        this.clock = clock;
        this.defaultPurpose = defaultPurpose;
    }

    /** Notes that one resource of one person was read. */
    @Transactional(TxType.MANDATORY)
    public void read(String resource, UUID resourceId, UUID personId) {
        write("READ", resource, resourceId, List.of(personId));
    }

    /** Notes that a list showed data of these persons, one row for each. */
    @Transactional(TxType.MANDATORY)
    public void readAll(String resource, Collection<UUID> personIds) {
        if (!personIds.isEmpty()) {
            write("READ", resource, null, personIds.stream().distinct().toList());
        }
    }

    /** Notes that one resource of one person was created or changed. */
    @Transactional(TxType.MANDATORY)
    public void wrote(String resource, UUID resourceId, UUID personId) {
        write("WRITE", resource, resourceId, List.of(personId));
    }

    private void write(String action, String resource, @Nullable UUID resourceId, List<UUID> personIds) {
        var stated = facts.purpose();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, caller.organization());
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.setString(3, caller.subject());
            insert.setString(4, caller.roles());
            insert.setString(5, action);
            insert.setString(6, resource);
            insert.setObject(7, resourceId);
            insert.setString(8, stated == null ? defaultPurpose : stated);
            insert.setString(9, facts.operation());
            insert.setString(10, facts.requestId());
            insert.setArray(11, connection.createArrayOf("uuid", personIds.toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new AuditFailedException(e);
        }
    }

    /** The access could not be noted, so it does not happen. */
    static final class AuditFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AuditFailedException(Throwable cause) {
            super("the access could not be written to access_log", cause);
        }
    }
}
