package care.iop.scheduling.session;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The recurring sessions of the caller's organization. */
@ApplicationScoped
public class AllSessionSeries implements PanacheRepositoryBase<SessionSeries, UUID> {

    SessionSeries require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("session series"));
    }

    /** The series, kept from others until the transaction ends. */
    SessionSeries requireLocked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("session series"));
    }

    /** The series of the program that a request names in a field, or 422 on that field. */
    public SessionSeries requireNamed(String pointer, UUID id, UUID programId) {
        return findByIdOptional(id)
                .filter(series -> series.programId().equals(programId))
                .orElseThrow(() ->
                        ProblemException.invalid(pointer, "must be the identifier of one of the program's series"));
    }

    /** All series of a program, in order of identifier. */
    public List<SessionSeries> ofProgram(UUID programId) {
        return list("programId = ?1 order by id", programId);
    }

    List<SessionSeries> page(@Nullable UUID programId, PageRequest page) {
        var conditions = Conditions.after(page).and("programId = :programId", "programId", programId);
        return find(conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }
}
