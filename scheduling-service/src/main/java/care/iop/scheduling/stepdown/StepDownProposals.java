package care.iop.scheduling.stepdown;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** The proposals of plans of the caller's organization. */
@ApplicationScoped
class StepDownProposals implements PanacheRepositoryBase<StepDownProposal, UUID> {

    /** A plan's proposals, in order of time. */
    List<StepDownProposal> of(UUID planId) {
        return list("planId = ?1 order by position", planId);
    }

    /** The same, kept from others until the transaction ends: of two who book them, the second sees the first's bookings. */
    List<StepDownProposal> ofLocked(UUID planId) {
        return find("planId = ?1 order by position", planId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
