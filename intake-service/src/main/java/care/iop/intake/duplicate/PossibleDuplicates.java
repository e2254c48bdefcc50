package care.iop.intake.duplicate;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pairs of the caller's organization. */
@ApplicationScoped
class PossibleDuplicates implements PanacheRepositoryBase<PossibleDuplicate, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String OPEN = "select d from PossibleDuplicate d, Patient a, Patient b"
            + " where a.id = d.firstId and b.id = d.secondId and a.mergedInto is null and b.mergedInto is null"
            + " and d.status = :open and d.id > :after";

    private final Caller caller;

    PossibleDuplicates(Caller caller) {
        this.caller = caller;
    }

    /** The pair, or a 404. */
    PossibleDuplicate require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("pair"));
    }

    /** Until the end of the transaction, nobody else finds pairs of the organization: one pair is found once. */
    void findAlone() {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('duplicates ' || :organization, 0))")
                .setParameter("organization", caller.organization())
                .getSingleResult();
    }

    /** All pairs that one of the patients is in. */
    List<PossibleDuplicate> of(Collection<UUID> patientIds) {
        return list("firstId in ?1 or secondId in ?1", patientIds);
    }

    /** The pairs to decide on, of all patients or one; none with a patient who was merged meanwhile. */
    List<PossibleDuplicate> open(@Nullable UUID patientId, PageRequest page) {
        var values = new HashMap<String, Object>();
        values.put("open", PairStatus.OPEN);
        values.put("after", page.after().orElse(BEFORE_ALL));
        var query = OPEN;
        if (patientId != null) {
            query += " and (d.firstId = :patientId or d.secondId = :patientId)";
            values.put("patientId", patientId);
        }
        return find(query + " order by d.id", values)
                .page(0, page.rowsToQuery())
                .list();
    }
}
