package care.iop.intake.duplicate;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The merges of the caller's organization. */
@ApplicationScoped
class PatientMerges implements PanacheRepositoryBase<PatientMerge, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** The merge, or a 404. */
    PatientMerge require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("merge"));
    }

    List<PatientMerge> page(@Nullable UUID patientId, PageRequest page) {
        var values = new HashMap<String, Object>();
        values.put("after", page.after().orElse(BEFORE_ALL));
        var query = "id > :after";
        if (patientId != null) {
            query += " and (survivorId = :patientId or mergedId = :patientId)";
            values.put("patientId", patientId);
        }
        return find(query + " order by id", values).page(0, page.rowsToQuery()).list();
    }
}
