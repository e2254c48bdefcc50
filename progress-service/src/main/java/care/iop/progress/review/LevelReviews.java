package care.iop.progress.review;

import care.iop.chassis.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The reviews of the caller's organization. */
@ApplicationScoped
class LevelReviews implements PanacheRepositoryBase<LevelReview, UUID> {

    /** The newest review of an admission. */
    Optional<LevelReview> newest(UUID admissionId) {
        return find("admissionId = ?1 order by id desc", admissionId).page(0, 1).firstResultOptional();
    }

    /** A page of an admission's reviews in the order in which they were recommended. */
    List<LevelReview> page(UUID admissionId, PageRequest page) {
        var query = new StringBuilder("admissionId = :admission");
        var parameters = new HashMap<String, Object>();
        parameters.put("admission", admissionId);
        page.after().ifPresent(after -> {
            query.append(" and id > :after");
            parameters.put("after", after);
        });
        return find(query.append(" order by id").toString(), parameters)
                .page(0, page.rowsToQuery())
                .list();
    }
}
