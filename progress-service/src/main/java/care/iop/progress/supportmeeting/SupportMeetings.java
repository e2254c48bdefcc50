package care.iop.progress.supportmeeting;

import care.iop.chassis.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The support meetings of the caller's organization. */
@ApplicationScoped
class SupportMeetings implements PanacheRepositoryBase<SupportMeeting, UUID> {

    /** A person's meetings of days within the range, in the order of their identifiers. */
    List<SupportMeeting> page(UUID patientId, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest page) {
        var query = new StringBuilder("patientId = :patient");
        var parameters = new HashMap<String, Object>();
        parameters.put("patient", patientId);
        if (from != null) {
            query.append(" and heldOn >= :from");
            parameters.put("from", from);
        }
        if (to != null) {
            query.append(" and heldOn <= :to");
            parameters.put("to", to);
        }
        page.after().ifPresent(after -> {
            query.append(" and id > :after");
            parameters.put("after", after);
        });
        return find(query.append(" order by id").toString(), parameters)
                .page(0, page.rowsToQuery())
                .list();
    }
}
