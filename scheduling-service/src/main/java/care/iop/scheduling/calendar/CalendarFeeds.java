package care.iop.scheduling.calendar;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The calendar feeds of the caller's organization, and the way from a secret to its feed. */
@ApplicationScoped
class CalendarFeeds implements PanacheRepositoryBase<CalendarFeed, UUID> {

    private static final String FIND =
            "select organization_id, id from calendar_feed where secret_hash = ? and revoked_at is null";

    private final DataSource database;

    CalendarFeeds(DataSource database) {
        this.database = database;
    }

    /** A feed and the organization that it is of. */
    record Found(String organization, UUID id) {}

    /** The feed of this address, in whichever organization; empty when it was never issued, was changed or is revoked. */
    Optional<Found> at(SecretAddress address) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND)) {
            select.setBytes(1, address.hash());
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Found(row.getString(1), row.getObject(2, UUID.class)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("calendar feeds can't be looked up", e);
        }
    }

    CalendarFeed require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("calendar feed"));
    }

    List<CalendarFeed> page(UUID subjectId, PageRequest page) {
        var conditions = Conditions.after(page).and("subjectId = :subjectId", "subjectId", subjectId);
        return find(conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }
}
