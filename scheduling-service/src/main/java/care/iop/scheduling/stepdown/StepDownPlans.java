package care.iop.scheduling.stepdown;

import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The plans of stepping down of the caller's organization. */
@ApplicationScoped
class StepDownPlans implements PanacheRepositoryBase<StepDownPlan, UUID> {

    /** The plan, or 404. */
    StepDownPlan require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("step-down plan"));
    }

    /** The newest plans of a client. */
    List<StepDownPlan> newestOf(UUID enrollmentId, int most) {
        return find("enrollmentId = ?1 order by id desc", enrollmentId)
                .page(0, most)
                .list();
    }
}
