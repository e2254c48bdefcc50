package care.iop.scheduling.enrollment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The track changes of the organization's clients. */
@ApplicationScoped
class TrackChanges implements PanacheRepositoryBase<TrackChange, UUID> {

    List<TrackChange> of(UUID enrollmentId) {
        return list("enrollmentId = ?1 order by changedAt desc, id desc", enrollmentId);
    }
}
