package care.iop.scheduling.enrollment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What treatment plans prescribe, in the caller's organization. */
@ApplicationScoped
class PlannedPrescriptions implements PanacheRepositoryBase<PlannedPrescription, UUID> {

    /**
     * What the plan of this admission prescribes; null without one. Until this transaction ends nobody else asks this or
     * follows a plan of the admission: either the plan is seen here, or who follows it sees what is written here.
     */
    @Nullable
    PlannedPrescription locked(UUID admissionId) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:id, 0)) as text)")
                .setParameter("id", "plan " + admissionId)
                // The lock reads no row, so nothing has to be written before it.
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return findById(admissionId);
    }
}
