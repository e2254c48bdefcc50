package care.iop.intake.disclosure;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.consent.DataClass;
import care.iop.chassis.id.Ids;
import care.iop.chassis.request.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The append-only record of what outside machines asked for and were not told. */
@ApplicationScoped
class RefusedDisclosures {

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

    private final DataSource database;
    private final Caller caller;
    private final RequestFacts facts;
    private final Ids ids;
    private final Clock clock;

    RefusedDisclosures(DataSource database, Caller caller, RequestFacts facts, Ids ids, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.facts = facts;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds a row to the caller's transaction, which has to be committed although nothing is told. */
    @Transactional(TxType.MANDATORY)
    void add(Optional<UUID> personId, Optional<UUID> recipientId, DataClass dataClass, List<String> reasons) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, caller.organization());
            insert.setObject(2, ids.next());
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.setString(4, caller.subject());
            insert.setObject(5, recipientId.orElse(null));
            insert.setObject(6, personId.orElse(null));
            insert.setString(7, dataClass.name());
            insert.setString(8, facts.purpose());
            insert.setString(9, facts.operation());
            insert.setArray(10, connection.createArrayOf("varchar", reasons.toArray()));
            insert.setString(11, facts.requestId());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new RefusalNotKeptException(e);
        }
    }

    /** The refusal could not be kept, so not even an absence is answered. */
    static final class RefusalNotKeptException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusalNotKeptException(SQLException cause) {
            super("the refusal could not be written to refused_disclosure", cause);
        }
    }
}
