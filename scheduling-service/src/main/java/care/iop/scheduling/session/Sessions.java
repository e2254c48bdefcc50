package care.iop.scheduling.session;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The scheduled sessions of the caller's organization. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

    /** The session, or 404. */
    public Session require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("session"));
    }

    /** The scheduled meeting of a series on a day. */
    public Optional<Session> ofSeriesOn(UUID seriesId, LocalDate day) {
        return find("seriesId = ?1 and sessionOn = ?2 and status = SCHEDULED", seriesId, day)
                .firstResultOptional();
    }

    /** The scheduled sessions of a program in the seven days from {@code weekStartingOn}. */
    public List<Session> ofWeek(UUID programId, LocalDate weekStartingOn) {
        return list(
                "programId = ?1 and sessionOn between ?2 and ?3 and status = SCHEDULED order by startsAt, id",
                programId,
                weekStartingOn,
                weekStartingOn.plusDays(6));
    }

    List<Session> page(
            @Nullable UUID programId,
            @Nullable UUID clinicianId,
            @Nullable LocalDate weekStartingOn,
            PageRequest page) {
        var conditions = Conditions.after(page)
                .and("programId = :programId", "programId", programId)
                .and("clinicianId = :clinicianId", "clinicianId", clinicianId)
                .and("sessionOn >= :first", "first", weekStartingOn)
                .and("sessionOn <= :last", "last", weekStartingOn == null ? null : weekStartingOn.plusDays(6));
        return find(conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }
}
