package care.iop.intake.placement;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The required actions of the caller's organization. */
@ApplicationScoped
class PlacementActions implements PanacheRepositoryBase<PlacementAction, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** The action, or a 404. */
    PlacementAction require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("placement action"));
    }

    /** What is open for a person. */
    Set<ActionCode> openCodes(UUID patientId) {
        var codes = EnumSet.noneOf(ActionCode.class);
        find("patientId = ?1 and completedAt is null", patientId).stream()
                .map(PlacementAction::code)
                .forEach(codes::add);
        return codes;
    }

    /** What is open for a person and has to be done before treatment starts. */
    List<PlacementAction> openSafety(UUID patientId) {
        return list("patientId = ?1 and safety = true and completedAt is null", Sort.by("id"), patientId);
    }

    /** Which actions to list; null stands for all. */
    record Filter(
            PlacementAction.@Nullable Status status,
            @Nullable UUID patientId,
            @Nullable UUID referralId) {}

    List<PlacementAction> page(Filter filter, Instant now, PageRequest page) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        conditions.add("id > :after");
        values.put("after", page.after().orElse(BEFORE_ALL));
        if (filter.patientId() != null) {
            conditions.add("patientId = :patientId");
            values.put("patientId", filter.patientId());
        }
        if (filter.referralId() != null) {
            conditions.add("referralId = :referralId");
            values.put("referralId", filter.referralId());
        }
        if (filter.status() != null) {
            switch (filter.status()) {
                case OPEN -> conditions.add("completedAt is null");
                case OVERDUE -> {
                    conditions.add("completedAt is null and dueAt <= :now");
                    values.put("now", now);
                }
                case DONE -> conditions.add("completedAt is not null");
            }
        }
        return find(String.join(" and ", conditions), Sort.by("id"), values)
                .page(0, page.rowsToQuery())
                .list();
    }
}
