package care.iop.intake.placement;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The placements of the caller's organization. */
@ApplicationScoped
class Placements implements PanacheRepositoryBase<Placement, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** The placement of this referral, or a 404. */
    Placement require(UUID referralId, UUID id) {
        return find("id = ?1 and referralId = ?2", id, referralId)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("placement"));
    }

    /** The latest decision of a referral on where to admit. */
    Optional<Placement> latestForAdmission(UUID referralId) {
        return find("referralId = ?1 and purpose = ?2", Sort.by("id").descending(), referralId, Purpose.ADMISSION)
                .firstResultOptional();
    }

    /** The decisions on a recommendation, earliest first. */
    List<Placement> decidedOn(UUID recommendationId) {
        return list("recommendationId", Sort.by("id"), recommendationId);
    }

    List<Placement> page(UUID referralId, PageRequest page) {
        return find(
                        "referralId = :referralId and id > :after",
                        Sort.by("id"),
                        Map.of("referralId", referralId, "after", page.after().orElse(BEFORE_ALL)))
                .page(0, page.rowsToQuery())
                .list();
    }
}
