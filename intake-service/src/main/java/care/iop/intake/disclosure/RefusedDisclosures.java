package care.iop.intake.disclosure;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.DisclosureRefused;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.id.Ids;
import care.iop.chassis.request.RequestFacts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The append-only record of what outside machines asked for and were not told. */
// Its counts are shown from the start: a counter that appears with the first event hides that event from an alert on
// growth.
@Startup
@ApplicationScoped
class RefusedDisclosures {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** What was asked for does not exist. */
    static final String ABSENT = "ABSENT";

    /** The client is nobody's machine. */
    static final String CLIENT_NOT_REGISTERED = "CLIENT_NOT_REGISTERED";

    /** The recipient is not registered for the purpose that it stated, or states none of several. */
    static final String PURPOSE_NOT_REGISTERED = "PURPOSE_NOT_REGISTERED";

    private static final String INSERT = """
            insert into refused_disclosure
              (organization_id, id, refused_at, client, recipient_id, person_id, data_class, purpose, operation, reasons,
               request_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PAGE = """
            select id, refused_at, client, recipient_id, person_id, data_class, purpose, operation, reasons, request_id
              from refused_disclosure
             where organization_id = ? and id > ? and refused_at >= ?
               and (cast(? as uuid[]) is null or person_id = any (?)) and (cast(? as text) is null or client = ?)
             order by id limit ?
            """;

    private final DataSource database;
    private final Caller caller;
    private final RequestFacts facts;
    private final Ids ids;
    private final Clock clock;
    private final Counter lost;

    RefusedDisclosures(
            DataSource database, Caller caller, RequestFacts facts, Ids ids, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.caller = caller;
        this.facts = facts;
        this.ids = ids;
        this.clock = clock;
        this.lost = Counter.builder("iop.intake.disclosure.refusals.lost")
                .description("Refused disclosures that could not be written down, and were answered with an error")
                .register(meters);
    }

    /** Adds a row to the caller's transaction, which has to be committed although nothing is told. */
    @Transactional(TxType.MANDATORY)
    void add(Optional<UUID> personId, Optional<UUID> recipientId, DataClass dataClass, List<String> reasons) {
        add(new DisclosureRefused(
                ids.next(),
                personId.orElse(null),
                recipientId.orElse(null),
                dataClass,
                facts.purpose(),
                facts.operation(),
                reasons,
                caller.subject(),
                facts.requestId(),
                clock.instant()));
    }

    /** Adds a row for a refusal of this or another service to the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    void add(DisclosureRefused refused) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, caller.organization());
            insert.setObject(2, refused.refusalId());
            insert.setTimestamp(3, Timestamp.from(refused.occurredAt()));
            insert.setString(4, refused.refusedTo());
            insert.setObject(5, refused.recipientId());
            insert.setObject(6, refused.patientId());
            insert.setString(7, refused.dataClass().name());
            insert.setString(8, refused.purpose());
            insert.setString(9, refused.operation());
            insert.setArray(
                    10, connection.createArrayOf("varchar", refused.reasons().toArray()));
            insert.setString(11, refused.requestId());
            insert.executeUpdate();
        } catch (SQLException e) {
            lost.increment();
            throw new RefusalNotKeptException(e);
        }
    }

    /**
     * Up to one row more than the page holds, earliest first.
     *
     * @param personIds nobody's in particular when absent
     */
    @Transactional(TxType.MANDATORY)
    List<RefusedDisclosureView> page(
            @Nullable Set<UUID> personIds, @Nullable String client, Instant since, PageRequest page) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            var persons = personIds == null ? null : connection.createArrayOf("uuid", personIds.toArray());
            select.setString(1, caller.organization());
            select.setObject(2, page.after().orElse(BEFORE_ALL));
            select.setTimestamp(3, Timestamp.from(since));
            select.setArray(4, persons);
            select.setArray(5, persons);
            select.setString(6, client);
            select.setString(7, client);
            select.setInt(8, page.rowsToQuery());
            var found = new ArrayList<RefusedDisclosureView>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(view(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("refused_disclosure could not be read", e);
        }
    }

    private static RefusedDisclosureView view(ResultSet row) throws SQLException {
        return new RefusedDisclosureView(
                row.getObject("id", UUID.class),
                row.getTimestamp("refused_at").toInstant(),
                row.getString("client"),
                row.getObject("recipient_id", UUID.class),
                row.getObject("person_id", UUID.class),
                DataClass.valueOf(row.getString("data_class")),
                row.getString("purpose"),
                row.getString("operation"),
                List.of((String[]) row.getArray("reasons").getArray()),
                row.getString("request_id"));
    }

    /** The refusal could not be kept, so not even an absence is answered. */
    static final class RefusalNotKeptException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusalNotKeptException(SQLException cause) {
            super("the refusal could not be written to refused_disclosure", cause);
        }
    }
}
