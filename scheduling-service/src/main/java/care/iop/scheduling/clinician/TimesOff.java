package care.iop.scheduling.clinician;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The time off of the organization's clinicians. */
@ApplicationScoped
public class TimesOff implements PanacheRepositoryBase<TimeOff, UUID> {

    TimeOff require(UUID clinicianId, UUID id) {
        return findByIdOptional(id)
                .filter(timeOff -> timeOff.clinicianId().equals(clinicianId))
                .orElseThrow(() -> ProblemException.notFound("time off"));
    }

    /** What these clinicians have from {@code first} to {@code last}, both included. */
    public List<TimeOff> of(Collection<UUID> clinicians, LocalDate first, LocalDate last) {
        return list(
                "clinicianId in ?1 and firstOn <= ?3 and lastOn >= ?2 order by firstOn, id", clinicians, first, last);
    }

    List<TimeOff> page(UUID clinicianId, @Nullable LocalDate from, PageRequest page) {
        var conditions = Conditions.after(page)
                .and("clinicianId = :clinicianId", "clinicianId", clinicianId)
                .and("lastOn >= :from", "from", from);
        return find(conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }
}
