package care.iop.intake.placement;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The placement reviews of the caller's organization. */
@ApplicationScoped
class PlacementReviews implements PanacheRepositoryBase<PlacementReview, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Of which person and referral an admission is. */
    record Stay(UUID patientId, UUID referralId) {}

    /** The review, or a 404. */
    PlacementReview require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("placement review"));
    }

    /** The review of this referral. */
    Optional<PlacementReview> of(UUID referralId, UUID id) {
        return find("id = ?1 and referralId = ?2", id, referralId).firstResultOptional();
    }

    /** Asked of the table, because the feature of admissions comes after this one and may depend on it. */
    Optional<Stay> stay(UUID admissionId) {
        return getEntityManager()
                .createQuery("select a.patientId, a.referralId from Admission a where a.id = :id", Object[].class)
                .setParameter("id", admissionId)
                .getResultStream()
                .findFirst()
                .map(row -> new Stay((UUID) row[0], (UUID) row[1]));
    }

    List<PlacementReview> page(PlacementReview.@Nullable Status status, @Nullable UUID patientId, PageRequest page) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        conditions.add("id > :after");
        values.put("after", page.after().orElse(BEFORE_ALL));
        if (patientId != null) {
            conditions.add("patientId = :patientId");
            values.put("patientId", patientId);
        }
        if (status != null) {
            conditions.add(
                    switch (status) {
                        case OPEN -> "closedAt is null";
                        case CLOSED -> "closedAt is not null";
                    });
        }
        return find(String.join(" and ", conditions), Sort.by("id"), values)
                .page(0, page.rowsToQuery())
                .list();
    }
}
