package care.iop.intake.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What receivers of the caller's organization are told or are to be told. */
@ApplicationScoped
class Notifications implements PanacheRepositoryBase<Notification, Long> {

    /** What a receiver is to be told next. */
    Optional<Notification> nextFor(UUID receiverId) {
        return find("receiverId = ?1 and status = 'PENDING'", Sort.by("id"), receiverId)
                .page(0, 1)
                .firstResultOptional();
    }

    /** What a receiver has not been told yet and has no number, the oldest first. */
    List<Notification> unnumbered(UUID receiverId, int most) {
        return find("receiverId = ?1 and status = 'PENDING' and number is null", Sort.by("id"), receiverId)
                .page(0, most)
                .list();
    }

    /** What a receiver can be told between two numbers, both included, in order. */
    List<Notification> numbered(UUID receiverId, long from, long to, int most) {
        return find(
                        "receiverId = ?1 and status <> 'WITHDRAWN' and number between ?2 and ?3",
                        Sort.by("number"),
                        receiverId,
                        from,
                        to)
                .page(0, most)
                .list();
    }
}
