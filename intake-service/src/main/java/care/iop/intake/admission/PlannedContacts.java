package care.iop.intake.admission;

import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** The planned contacts of the caller's organization. */
@ApplicationScoped
class PlannedContacts implements PanacheRepositoryBase<PlannedContact, UUID> {

    /** The contact of this admission, kept from others until the transaction ends, or a 404. */
    PlannedContact requireLocked(UUID admissionId, UUID id) {
        return find("id = ?1 and admissionId = ?2", id, admissionId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("contact"));
    }

    List<PlannedContact> of(UUID admissionId) {
        return list("admissionId = ?1 order by dueOn, id", admissionId);
    }

    List<PlannedContact> owedInAftercare(UUID admissionId) {
        return list("admissionId = ?1 and kind = AFTERCARE and outcome is null", admissionId);
    }
}
