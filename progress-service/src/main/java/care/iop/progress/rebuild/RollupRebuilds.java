package care.iop.progress.rebuild;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The rebuilds of the caller's organization. */
@ApplicationScoped
class RollupRebuilds implements PanacheRepositoryBase<RollupRebuild, UUID> {

    /** The one that has not ended. */
    Optional<RollupRebuild> running() {
        return find("status", RollupRebuild.Status.RUNNING).firstResultOptional();
    }
}
