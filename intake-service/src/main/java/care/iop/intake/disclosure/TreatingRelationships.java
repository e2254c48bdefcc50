package care.iop.intake.disclosure;

import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The treating relationships of the caller's organization. */
@ApplicationScoped
class TreatingRelationships implements PanacheRepositoryBase<TreatingRelationship, UUID> {

    TreatingRelationship require(UUID patientId, UUID id) {
        return find("id = ?1 and patientId = ?2", id, patientId)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("treating relationship"));
    }

    Optional<TreatingRelationship> present(UUID patientId, UUID recipientId) {
        return find("patientId = ?1 and recipientId = ?2 and endedAt is null", patientId, recipientId)
                .firstResultOptional();
    }

    List<TreatingRelationship> of(UUID patientId) {
        return list("patientId", Sort.by("id"), patientId);
    }
}
