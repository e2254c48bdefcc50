package care.iop.scheduling.room;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rooms of the caller's organization. */
@ApplicationScoped
public class Rooms implements PanacheRepositoryBase<Room, UUID> {

    Room require(UUID id) {
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

    List<Room> page(@Nullable UUID programId, PageRequest page) {
        var conditions = Conditions.after(page).and("programId = :programId", "programId", programId);
        return find(conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }
}
