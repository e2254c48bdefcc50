package care.iop.progress.assessment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The reviews of results in the caller's organization. */
@ApplicationScoped
class AssessmentReviews implements PanacheRepositoryBase<AssessmentReview, UUID> {

    /** The reviews of a result, the first one first. */
    List<AssessmentReview> of(UUID assessmentId) {
        return list("assessmentId = ?1 order by id", assessmentId);
    }
}
