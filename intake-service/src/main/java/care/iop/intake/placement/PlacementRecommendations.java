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

/** The recommendations of the caller's organization. */
@ApplicationScoped
class PlacementRecommendations implements PanacheRepositoryBase<PlacementRecommendation, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** The recommendation on this referral. */
    Optional<PlacementRecommendation> of(UUID referralId, UUID id) {
        return find("id = ?1 and referralId = ?2", id, referralId).firstResultOptional();
    }

    /** The recommendation on this referral, or a 404. */
    PlacementRecommendation require(UUID referralId, UUID id) {
        return of(referralId, id).orElseThrow(() -> ProblemException.notFound("placement recommendation"));
    }

    List<PlacementRecommendation> page(UUID referralId, PageRequest page) {
        return find(
                        "referralId = :referralId and id > :after",
                        Sort.by("id"),
                        Map.of("referralId", referralId, "after", page.after().orElse(BEFORE_ALL)))
                .page(0, page.rowsToQuery())
                .list();
    }
}
