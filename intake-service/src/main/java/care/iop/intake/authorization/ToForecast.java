package care.iop.intake.authorization;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The stays whose authorizations are to be forecast again. Rows are only added and taken: nobody who adds one waits, and
 * what is added while a forecast is made leads to another.
 */
@ApplicationScoped
class ToForecast {

    private static final String ADD =
            "insert into authorization_to_forecast (organization_id, admission_id) values (?, ?)";

    private static final String OLDEST = "select organization_id from authorization_to_forecast order by id limit 1";

    private static final String TAKE = """
            delete from authorization_to_forecast where id in (
                select id from authorization_to_forecast where organization_id = ?
                 order by id limit ? for update skip locked)
            returning admission_id
            """;

    private static final String ADD_FROM_DAYS_BEFORE = """
            insert into authorization_to_forecast (organization_id, admission_id)
            select distinct organization_id, admission_id from service_authorization
             where admission_id is not null and status in ('APPROVED', 'PARTIALLY_APPROVED', 'EXTENDED')
               and (forecast_as_of is null or forecast_as_of < ?)
            """;

    private final DataSource database;
    private final Caller caller;

    ToForecast(DataSource database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** Notes a stay in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    void add(UUID admissionId) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            insert.setString(1, caller.organization());
            insert.setObject(2, admissionId);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** Notes the stays of all organizations whose forecast is of an earlier day: time passing changes it too. */
    int addFromDaysBefore(LocalDate today) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD_FROM_DAYS_BEFORE)) {
            insert.setObject(1, today);
            return insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** The organization that waits longest; empty when none waits. */
    Optional<String> nextOrganization() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OLDEST);
                var row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** Takes the oldest of the organization that nobody else has taken; they are back when the transaction fails. */
    @Transactional(TxType.MANDATORY)
    Set<UUID> take(int most) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(TAKE)) {
            delete.setString(1, caller.organization());
            delete.setInt(2, most);
            var stays = new LinkedHashSet<UUID>();
            try (var rows = delete.executeQuery()) {
                while (rows.next()) {
                    stays.add(rows.getObject(1, UUID.class));
                }
            }
            return stays;
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }
}
