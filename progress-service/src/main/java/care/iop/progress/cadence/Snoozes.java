package care.iop.progress.cadence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What was put off in the caller's organization. */
@ApplicationScoped
class Snoozes implements PanacheRepositoryBase<Snooze, UUID> {

    /** The last ones of these persons, each item once. */
    List<Snooze> last(Collection<UUID> patientIds) {
        return list(
                "from Snooze s where s.patientId in ?1 and not exists (select 1 from Snooze later"
                        + " where later.patientId = s.patientId and later.item = s.item and later.id > s.id)",
                patientIds);
    }
}
