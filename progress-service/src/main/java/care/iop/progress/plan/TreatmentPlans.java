package care.iop.progress.plan;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The treatment plans of the caller's organization. */
@ApplicationScoped
class TreatmentPlans implements PanacheRepositoryBase<TreatmentPlan, UUID> {

    private static final String OPEN = """
            insert into treatment_plan (organization_id, id, version, revisions) values (:organization, :id, 0, 0)
            on conflict do nothing
            """;

    private final Caller caller;

    TreatmentPlans(Caller caller) {
        this.caller = caller;
    }

    /** The plan of an admission, made when there is none, held until the end of the transaction. */
    TreatmentPlan open(UUID admissionId) {
        getEntityManager()
                .createNativeQuery(OPEN)
                .setParameter("organization", caller.organization())
                .setParameter("id", admissionId)
                .executeUpdate();
        return findById(admissionId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The plan of an admission, held until the end of the transaction; empty when nobody has drafted one. */
    Optional<TreatmentPlan> lock(UUID admissionId) {
        return findByIdOptional(admissionId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** As {@link #lock}, or 404. */
    TreatmentPlan requireLocked(UUID admissionId) {
        return lock(admissionId).orElseThrow(() -> ProblemException.notFound("treatment plan"));
    }
}
