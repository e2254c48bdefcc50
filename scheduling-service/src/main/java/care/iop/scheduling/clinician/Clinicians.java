package care.iop.scheduling.clinician;

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

/** The clinicians of the caller's organization. */
@ApplicationScoped
public class Clinicians implements PanacheRepositoryBase<Clinician, UUID> {

    private static final int MOST_LISTED = 200;

    /** The clinician, or 404. */
    public Clinician require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("clinician"));
    }

    /** The program's clinician that a request names in a field, or 422 on that field. */
    public Clinician requireNamed(String pointer, UUID id, UUID programId) {
        return findByIdOptional(id)
                .filter(clinician -> clinician.programId().equals(programId))
                .orElseThrow(() ->
                        ProblemException.invalid(pointer, "must be the identifier of one of the program's clinicians"));
    }

    /** All clinicians of a program, in order of identifier. */
    public List<Clinician> ofProgram(UUID programId) {
        return list("programId = ?1 order by id", programId);
    }

    /** The clinician, kept from others who decide on their caseload until the transaction ends; empty when there is none. */
    public Optional<Clinician> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Whether a series, a session, past ones too, or a client names the clinician. */
    boolean isNamed(UUID clinicianId) {
        return count("from Session where clinicianId = ?1", clinicianId) > 0
                || count("from SessionSeries where facilitatorId = ?1", clinicianId) > 0
                || count("from Enrollment where primaryClinicianId = ?1", clinicianId) > 0;
    }

    /** The scheduled sessions that a clinician holds from {@code first} to {@code last}, both included. */
    List<HeldSession> sessionsHeld(UUID clinicianId, LocalDate first, LocalDate last) {
        return getEntityManager()
                .createQuery("""
                        select s.id, s.sessionOn, s.startsAt, s.endsAt, s.zone from Session s
                        where s.clinicianId = :clinician and s.sessionOn between :first and :last
                          and s.status = SCHEDULED order by s.startsAt
                        """, HeldSession.class)
                .setParameter("clinician", clinicianId)
                .setParameter("first", first)
                .setParameter("last", last)
                .setMaxResults(MOST_LISTED)
                .getResultList();
    }

    List<Clinician> page(@Nullable UUID programId, PageRequest page) {
        var conditions = Conditions.after(page).and("programId = :programId", "programId", programId);
        return find(conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }
}
