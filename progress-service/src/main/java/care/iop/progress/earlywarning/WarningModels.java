package care.iop.progress.earlywarning;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The models of the caller's organization. */
@ApplicationScoped
class WarningModels implements PanacheRepositoryBase<WarningModel, UUID> {

    /** The one that warns. */
    Optional<WarningModel> inUse() {
        return find("status", WarningModel.Status.APPROVED).firstResultOptional();
    }

    /** The newest ones, newest first. */
    List<WarningModel> newest(int most) {
        return find("order by trainedAt desc, id desc").page(0, most).list();
    }
}
