package care.iop.scheduling.roster;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The publications of the caller's organization. */
@ApplicationScoped
class RosterPublications implements PanacheRepositoryBase<RosterPublication, UUID> {

    RosterPublication require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("roster publication"));
    }

    /** The publication, kept from others until the transaction ends. */
    RosterPublication requireLocked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("roster publication"));
    }

    /** The latest publication of the same week after this one that is in force. */
    Optional<RosterPublication> laterInForce(RosterPublication publication) {
        return find(
                        "programId = ?1 and weekStartingOn = ?2 and id > ?3 and rolledBackAt is null order by id desc",
                        publication.programId(),
                        publication.weekStartingOn(),
                        publication.id())
                .firstResultOptional();
    }

    List<RosterPublication> page(@Nullable UUID programId, @Nullable LocalDate weekStartingOn, PageRequest page) {
        var conditions = Conditions.after(page)
                .and("programId = :programId", "programId", programId)
                .and("weekStartingOn = :week", "week", weekStartingOn);
        return find(conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }
}
