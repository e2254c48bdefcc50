package care.iop.intake.benefits;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The questions to payers of the caller's organization. */
@ApplicationScoped
class EligibilityInquiries implements PanacheRepositoryBase<EligibilityInquiry, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    EligibilityInquiry require(UUID patientId, UUID id, LockModeType lock) {
        return find("id = ?1 and patientId = ?2", id, patientId)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("eligibility inquiry"));
    }

    /** The question that an answer with this trace belongs to, kept from others until the transaction ends. */
    Optional<EligibilityInquiry> asked(String trace) {
        return find("trace", trace).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    List<EligibilityInquiry> page(UUID patientId, PageRequest page) {
        return find(
                        "patientId = :patientId and id > :after",
                        Sort.by("id"),
                        Map.of("patientId", patientId, "after", page.after().orElse(BEFORE_ALL)))
                .page(0, page.rowsToQuery())
                .list();
    }

    /** Nine digits, from 1; after the last one they begin again. */
    long nextControlNumber() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('x12_control_number')")
                        .getSingleResult())
                .longValue();
    }
}
