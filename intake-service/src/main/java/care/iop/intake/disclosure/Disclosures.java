package care.iop.intake.disclosure;

import care.iop.chassis.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The account of the disclosures of the caller's organization. */
@ApplicationScoped
class Disclosures implements PanacheRepositoryBase<Disclosure, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    List<Disclosure> page(Set<UUID> patientIds, Instant since, PageRequest page) {
        return find(
                        "patientId in :patientIds and disclosedAt >= :since and id > :after",
                        Sort.by("id"),
                        Map.of(
                                "patientIds", patientIds,
                                "since", since,
                                "after", page.after().orElse(BEFORE_ALL)))
                .page(0, page.rowsToQuery())
                .list();
    }
}
