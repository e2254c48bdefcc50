package care.iop.intake.admission;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The admissions of the caller's organization. */
@ApplicationScoped
class Admissions implements PanacheRepositoryBase<Admission, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** The admission, or a 404. */
    Admission require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("admission"));
    }

    /** The admission, kept from others until the transaction ends: of two who change it, the second sees the first's. */
    Admission requireLocked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("admission"));
    }

    List<Admission> of(UUID patientId) {
        return list("patientId = ?1 order by admittedOn, id", patientId);
    }

    /** Stays that were admitted, or discharged, from a day until before another, in order of identifier. */
    List<Admission> ofMonths(boolean discharged, LocalDate from, LocalDate until, int most) {
        var day = discharged ? "dischargedOn" : "admittedOn";
        return find(day + " >= ?1 and " + day + " < ?2 order by id", from, until)
                .page(0, most)
                .list();
    }

    List<Admission> page(@Nullable UUID patientId, @Nullable UUID programId, PageRequest page) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        conditions.add("id > :after");
        values.put("after", page.after().orElse(BEFORE_ALL));
        if (patientId != null) {
            conditions.add("patientId = :patientId");
            values.put("patientId", patientId);
        }
        if (programId != null) {
            conditions.add("programId = :programId");
            values.put("programId", programId);
        }
        return find(String.join(" and ", conditions), Sort.by("id"), values)
                .page(0, page.rowsToQuery())
                .list();
    }
}
