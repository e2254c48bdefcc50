package care.iop.intake.disclosure;

import care.iop.chassis.consent.Restriction;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The agreed restrictions of the caller's organization. */
@ApplicationScoped
class AgreedRestrictions implements PanacheRepositoryBase<AgreedRestriction, UUID> {

    AgreedRestriction require(UUID patientId, UUID id) {
        return find("id = ?1 and patientId = ?2", id, patientId)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("restriction"));
    }

    /** Those that hold now. */
    List<Restriction> inForce(UUID patientId) {
        return find("patientId = ?1 and endedAt is null", patientId).stream()
                .map(AgreedRestriction::terms)
                .toList();
    }

    List<AgreedRestriction> of(UUID patientId) {
        return list("patientId", Sort.by("id"), patientId);
    }
}
