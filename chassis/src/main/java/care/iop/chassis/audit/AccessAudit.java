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
            select ?, ?, ?, ?, ?, ?, accessed.id, accessed.person, ?, ?, ?
              from unnest(?::uuid[], ?::uuid[]) as accessed (id, person)
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
        write("READ", resource, List.of(new Accessed(resourceId, personId)));
    }

    /** Notes that a list showed data of these persons, one row for each. */
    @Transactional(TxType.MANDATORY)
    public void readAll(String resource, Collection<UUID> personIds) {
        if (!personIds.isEmpty()) {
            write(
                    "READ",
                    resource,
                    personIds.stream()
                            .distinct()
                            .map(person -> new Accessed(null, person))
                            .toList());
        }
    }

    /** Notes that one resource of one person was created or changed. */
    @Transactional(TxType.MANDATORY)
    public void wrote(String resource, UUID resourceId, UUID personId) {
        write("WRITE", resource, List.of(new Accessed(resourceId, personId)));
    }

    /** Notes that these resources of one kind were created or changed, one row for each. */
    @Transactional(TxType.MANDATORY)
    public void wroteAll(String resource, Collection<Accessed> accessed) {
        if (!accessed.isEmpty()) {
            write("WRITE", resource, accessed);
        }
    }

    private void write(String action, String resource, Collection<Accessed> accessed) {
        var stated = facts.purpose();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, caller.organization());
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.setString(3, caller.subject());
            insert.setString(4, caller.roles());
            insert.setString(5, action);
            insert.setString(6, resource);
            insert.setString(7, stated == null ? defaultPurpose : stated);
            insert.setString(8, facts.operation());
            insert.setString(9, facts.requestId());
            insert.setArray(
                    10,
                    connection.createArrayOf(
                            "uuid", accessed.stream().map(Accessed::resourceId).toArray()));
            insert.setArray(
                    11,
                    connection.createArrayOf(
                            "uuid", accessed.stream().map(Accessed::personId).toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new AuditFailedException(e);
        }
    }

    /**
     * One resource of one person.
     *
     * @param resourceId null when it is a list that shows data of the person
     */
    public record Accessed(@Nullable UUID resourceId, UUID personId) {}

    /** The access could not be noted, so it does not happen. */
    static final class AuditFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AuditFailedException(Throwable cause) {
            super("the access could not be written to access_log", cause);
        }
    }
}
