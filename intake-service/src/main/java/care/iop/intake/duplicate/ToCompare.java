package care.iop.intake.duplicate;

import care.iop.chassis.caller.Caller;
import care.iop.intake.patient.PatientDescribed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The people who are to be compared with all others after the transaction that described them: a registration doesn't wait
 * for it, and two that run side by side find each other.
 */
@ApplicationScoped
class ToCompare {

    private static final String ADD = "insert into person_to_compare (organization_id, person_id) values (?, ?)";

    private static final String OLDEST = "select organization_id from person_to_compare order by id limit 1";

    private static final String TAKE = """
            delete from person_to_compare where id in (
                select id from person_to_compare where organization_id = ? order by id limit ? for update skip locked)
            returning person_id
            """;

    private final DataSource database;
    private final Caller caller;

    ToCompare(DataSource database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    void onDescribed(@Observes PatientDescribed described) {
        add(List.of(described.patientId()));
    }

    /** Notes them in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    void add(List<UUID> patientIds) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            for (var patientId : patientIds) {
                insert.setString(1, caller.organization());
                insert.setObject(2, patientId);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** The organization of whom is waiting longest; empty when nobody waits. */
    Optional<String> nextOrganization() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OLDEST);
                var row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** Takes the oldest of the organization whom nobody else has taken; they are back when the transaction fails. */
    @Transactional(TxType.MANDATORY)
    Set<UUID> take(int most) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(TAKE)) {
            delete.setString(1, caller.organization());
            delete.setInt(2, most);
            var taken = new ArrayList<UUID>();
            try (var rows = delete.executeQuery()) {
                while (rows.next()) {
                    taken.add(rows.getObject(1, UUID.class));
                }
            }
            return new LinkedHashSet<>(taken);
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }
}
