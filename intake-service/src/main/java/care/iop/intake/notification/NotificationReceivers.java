package care.iop.intake.notification;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The receivers of the caller's organization. */
@ApplicationScoped
public class NotificationReceivers implements PanacheRepositoryBase<NotificationReceiver, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    NotificationReceiver require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("notification receiver"));
    }

    /** The receiver, kept from others until the transaction ends. */
    NotificationReceiver requireLocked(UUID id) {
        return locked(id).orElseThrow(() -> ProblemException.notFound("notification receiver"));
    }

    /** The receiver, kept from others until the transaction ends. */
    Optional<NotificationReceiver> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** All receivers, whether they are told anything at present or not. */
    List<NotificationReceiver> all() {
        return listAll(Sort.by("id"));
    }

    List<NotificationReceiver> page(PageRequest page) {
        return find("id > ?1", Sort.by("id"), page.after().orElse(BEFORE_ALL))
                .page(0, page.rowsToQuery())
                .list();
    }
}
