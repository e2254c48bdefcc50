package care.iop.intake.benefits;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.referral.ReferralStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The benefit verifications of the caller's organization. */
@ApplicationScoped
class BenefitVerifications implements PanacheRepositoryBase<BenefitVerification, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final List<ReferralStatus> OPEN = Arrays.stream(ReferralStatus.values())
            .filter(status -> !status.isClosed())
            .toList();

    BenefitVerification require(UUID patientId, UUID id) {
        return require(patientId, id, LockModeType.NONE);
    }

    /** The verification, which nobody else can replace until the transaction ends. */
    BenefitVerification requireToReplace(UUID patientId, UUID id) {
        return require(patientId, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private BenefitVerification require(UUID patientId, UUID id, LockModeType lock) {
        return find("id = ?1 and patientId = ?2", id, patientId)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("benefit verification"));
    }

    /** Those of a person that nothing took the place of. */
    List<BenefitVerification> inPlace(UUID patientId) {
        return list(
                "patientId = ?1 and supersededBy is null", Sort.by("verifiedAt").and("id"), patientId);
    }

    List<BenefitVerification> page(UUID patientId, PageRequest page) {
        return find(
                        "patientId = :patientId and id > :after",
                        Sort.by("id"),
                        Map.of("patientId", patientId, "after", page.after().orElse(BEFORE_ALL)))
                .page(0, page.rowsToQuery())
                .list();
    }

    /** Those that can't be relied on any more on a day, of people with an open referral or a stay that has not ended. */
    List<BenefitVerification> overdue(LocalDate on, PageRequest page) {
        return find(
                        "from BenefitVerification v where v.id > :after and v.supersededBy is null and v.reverifyDueOn < :on"
                                + " and (exists (select 1 from Referral r where r.patientId = v.patientId and r.status in :open)"
                                + " or exists (select 1 from Admission a where a.patientId = v.patientId and a.dischargedOn is null))"
                                + " order by v.id",
                        Map.of("after", page.after().orElse(BEFORE_ALL), "on", on, "open", OPEN))
                .page(0, page.rowsToQuery())
                .list();
    }
}
