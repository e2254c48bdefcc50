package care.iop.scheduling.booking;

import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The series of bookings of the caller's organization. */
@ApplicationScoped
class AllBookingSeries implements PanacheRepositoryBase<BookingSeries, UUID> {

    /** The series, or 404. */
    BookingSeries require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("series of bookings"));
    }
}
