package care.iop.scheduling.program;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The programs of the caller's organization. */
@ApplicationScoped
public class Programs implements PanacheRepositoryBase<Program, UUID> {

    /** The program, or 404. */
    public Program require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("program"));
    }

    /** The program that a request names in a field, or 422 on that field. */
    public Program requireNamed(String pointer, UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> ProblemException.invalid(pointer, "must be the identifier of a program"));
    }

    /** The program, kept from other transactions that do the same: what they decide together is decided in turn. */
    public Program requireLocked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("program"));
    }

    /** Keeps the program as it is until the transaction ends, beside others who do the same. */
    public void keep(UUID id) {
        findById(id, LockModeType.PESSIMISTIC_READ);
    }

    /**
     * Waits until no other transaction opens the program with this identifier, or looks for it in vain, and makes them wait
     * until this one ends: either the program is seen here, or who opens it sees what is written here.
     */
    public void awaitIdentifier(UUID id) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:id, 0)) as text)")
                .setParameter("id", "program " + id)
                // The lock reads no row, so nothing has to be written before it.
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
    }

    List<Program> page(PageRequest page) {
        var conditions = Conditions.after(page);
        return find(conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }

    /** Whether anything was ever scheduled at a site; null is the program's own. */
    boolean hasSessions(UUID programId, @Nullable UUID siteId) {
        return siteId == null
                ? count("from Session where programId = ?1 and siteId is null", programId) > 0
                : count("from Session where programId = ?1 and siteId = ?2", programId, siteId) > 0;
    }

    boolean usesSite(UUID programId, UUID siteId) {
        return hasSessions(programId, siteId)
                || count("from Room where programId = ?1 and siteId = ?2", programId, siteId) > 0
                || count("from SessionSeries where programId = ?1 and siteId = ?2", programId, siteId) > 0;
    }

    /** A day on which clients are booked at a site; null is the program's own. */
    record BookedDay(@Nullable UUID siteId, LocalDate day) {}

    /** The days on which anybody is booked, in order. */
    List<BookedDay> bookedDays(UUID programId) {
        return getEntityManager()
                .createQuery("""
                        select distinct s.siteId, s.sessionOn from Session s
                        where s.programId = :programId and s.status = SCHEDULED and s.seatsTaken > 0
                        order by s.sessionOn
                        """, Object[].class)
                .setParameter("programId", programId)
                .getResultStream()
                .map(row -> new BookedDay((UUID) row[0], (LocalDate) row[1]))
                .toList();
    }
}
