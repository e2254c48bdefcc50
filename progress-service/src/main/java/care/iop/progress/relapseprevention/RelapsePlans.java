package care.iop.progress.relapseprevention;

import care.iop.chassis.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The versions of relapse-prevention plans in the caller's organization. */
@ApplicationScoped
class RelapsePlans implements PanacheRepositoryBase<RelapsePlan, UUID> {

    Optional<RelapsePlan> find(UUID patientId, UUID id) {
        return find("patientId = ?1 and id = ?2", patientId, id).firstResultOptional();
    }

    /** The version that counts: the one that the person agreed to last. */
    Optional<RelapsePlan> inForce(UUID patientId) {
        return find("patientId = ?1 and agreedAt is not null order by agreedAt desc, id desc", patientId)
                .page(0, 1)
                .firstResultOptional();
    }

    /** The version that was written last, whether it counts or not. */
    Optional<RelapsePlan> newest(UUID patientId) {
        return find("patientId = ?1 order by writtenAt desc, id desc", patientId)
                .page(0, 1)
                .firstResultOptional();
    }

    /** The highest number that a version of this person has; 0 when there is none. */
    int highestNumber(UUID patientId) {
        return find("patientId = ?1 order by number desc", patientId)
                .page(0, 1)
                .firstResultOptional()
                .map(RelapsePlan::number)
                .orElse(0);
    }

    /** A person's versions in the order of writing. */
    List<RelapsePlan> page(UUID patientId, PageRequest page) {
        var query = new StringBuilder("patientId = :patient");
        var parameters = new HashMap<String, Object>();
        parameters.put("patient", patientId);
        page.after().ifPresent(after -> {
            query.append(" and id > :after");
            parameters.put("after", after);
        });
        return find(query.append(" order by id").toString(), parameters)
                .page(0, page.rowsToQuery())
                .list();
    }
}
