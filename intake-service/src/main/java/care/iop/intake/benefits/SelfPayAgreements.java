package care.iop.intake.benefits;

import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** The agreements to pay of the caller's organization. */
@ApplicationScoped
class SelfPayAgreements implements PanacheRepositoryBase<SelfPayAgreement, UUID> {

    SelfPayAgreement require(UUID patientId, UUID id, LockModeType lock) {
        return find("id = ?1 and patientId = ?2", id, patientId)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("agreement to pay"));
    }

    /** All of a person, of which there are few. */
    List<SelfPayAgreement> of(UUID patientId) {
        return list("patientId", Sort.by("id"), patientId);
    }
}
