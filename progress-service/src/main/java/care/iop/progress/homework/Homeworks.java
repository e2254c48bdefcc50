package care.iop.progress.homework;

import care.iop.chassis.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The homework of the caller's organization. */
@ApplicationScoped
class Homeworks implements PanacheRepositoryBase<Homework, UUID> {

    Optional<Homework> find(UUID patientId, UUID id) {
        return find("patientId = ?1 and id = ?2", patientId, id).firstResultOptional();
    }

    /** A person's homework in the order of assigning. */
    List<Homework> page(UUID patientId, @Nullable HomeworkStatus status, PageRequest page) {
        var query = new StringBuilder("patientId = :patient");
        var parameters = new HashMap<String, Object>();
        parameters.put("patient", patientId);
        if (status != null) {
            query.append(
                    switch (status) {
                        case ASSIGNED -> " and doneAt is null and withdrawnAt is null";
                        case DONE -> " and doneAt is not null";
                        case WITHDRAWN -> " and withdrawnAt is not null";
                    });
        }
        page.after().ifPresent(after -> {
            query.append(" and id > :after");
            parameters.put("after", after);
        });
        return find(query.append(" order by id").toString(), parameters)
                .page(0, page.rowsToQuery())
                .list();
    }
}
