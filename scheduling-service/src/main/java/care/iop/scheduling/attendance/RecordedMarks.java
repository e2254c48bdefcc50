package care.iop.scheduling.attendance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Every recording and correction, in the caller's organization. */
@ApplicationScoped
class RecordedMarks implements PanacheRepositoryBase<RecordedMark, UUID> {

    /** The marks on a booking, first to last. */
    List<RecordedMark> of(UUID bookingId) {
        return list("bookingId = ?1 order by id", bookingId);
    }
}
