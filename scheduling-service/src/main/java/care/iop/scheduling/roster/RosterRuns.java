package care.iop.scheduling.roster;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The roster runs of the caller's organization. */
@ApplicationScoped
class RosterRuns implements PanacheRepositoryBase<RosterRun, UUID> {

    RosterRun require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("roster run"));
    }

    /** The run, kept from others until the transaction ends. */
    RosterRun requireLocked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("roster run"));
    }

    boolean isActiveIn(UUID programId) {
        return count(
                        "programId = ?1 and status in ?2",
                        programId,
                        Set.of(RosterRunStatus.QUEUED, RosterRunStatus.RUNNING))
                > 0;
    }

    List<RosterRun> page(@Nullable UUID programId, PageRequest page) {
        var conditions = Conditions.after(page).and("programId = :programId", "programId", programId);
        return find(conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }
}
