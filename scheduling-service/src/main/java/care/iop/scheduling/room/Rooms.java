package care.iop.scheduling.room;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rooms of the caller's organization. */
@ApplicationScoped
public class Rooms implements PanacheRepositoryBase<Room, UUID> {

    private static final int MOST_LISTED = 20;

    /** The room, or 404. */
    public Room require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("room"));
    }

    /** The program's room that a request names in a field, or 422 on that field. */
    public Room requireNamed(String pointer, UUID id, UUID programId) {
        return findByIdOptional(id)
                .filter(room -> room.programId().equals(programId))
                .orElseThrow(() ->
                        ProblemException.invalid(pointer, "must be the identifier of one of the program's rooms"));
    }

    /** All rooms of a program, in order of identifier. */
    public List<Room> ofProgram(UUID programId) {
        return list("programId = ?1 order by id", programId);
    }

    /** Whether a series or a session, past ones too, names the room. */
    boolean isNamed(UUID roomId) {
        return count("from Session where roomId = ?1", roomId) > 0
                || count("from SessionSeries where roomId = ?1", roomId) > 0;
    }

    /** Seats taken in the fullest session that the room has from a day on; 0 when it has none. */
    int mostSeatsFrom(UUID roomId, LocalDate day) {
        return getEntityManager()
                .createQuery("""
                        select coalesce(max(s.seatsTaken), 0) from Session s
                        where s.roomId = :room and s.sessionOn >= :day and s.status = SCHEDULED
                        """, Integer.class)
                .setParameter("room", roomId)
                .setParameter("day", day)
                .getSingleResult();
    }

    /** The first days from a day on, at most twenty, on which sessions are scheduled in the room. */
    List<LocalDate> daysInUseFrom(UUID roomId, LocalDate day) {
        return getEntityManager()
                .createQuery("""
                        select distinct s.sessionOn from Session s
                        where s.roomId = :room and s.sessionOn >= :day and s.status = SCHEDULED order by s.sessionOn
                        """, LocalDate.class)
                .setParameter("room", roomId)
                .setParameter("day", day)
                .setMaxResults(MOST_LISTED)
                .getResultList();
    }

    List<Room> page(@Nullable UUID programId, PageRequest page) {
        var conditions = Conditions.after(page).and("programId = :programId", "programId", programId);
        return find(conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }
}
