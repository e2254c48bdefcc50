package care.iop.intake.authorization;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The authorizations of the caller's organization. */
@ApplicationScoped
class Authorizations implements PanacheRepositoryBase<Authorization, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final List<AuthorizationStatus> IN_FORCE = Arrays.stream(AuthorizationStatus.values())
            .filter(AuthorizationStatus::isInForce)
            .toList();

    /** The authorization, or a 404. */
    Authorization require(UUID patientId, UUID id) {
        return require(patientId, id, LockModeType.NONE);
    }

    /** The authorization, kept from others until the transaction ends. */
    Authorization requireLocked(UUID patientId, UUID id) {
        return require(patientId, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Authorization require(UUID patientId, UUID id, LockModeType lock) {
        return find("id = ?1 and patientId = ?2", id, patientId)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("authorization"));
    }

    /** Keeps all of a person's from others until the transaction ends, in the order in which a forecast takes them. */
    void lockAllOf(UUID patientId) {
        find("patientId", Sort.by("id"), patientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Authorization> page(UUID patientId, PageRequest page) {
        return find(
                        "patientId = :patientId and id > :after",
                        Sort.by("id"),
                        Map.of("patientId", patientId, "after", page.after().orElse(BEFORE_ALL)))
                .page(0, page.rowsToQuery())
                .list();
    }

    /** Those of a person that are in force. */
    List<Authorization> inForceOf(UUID patientId) {
        return list("patientId = ?1 and status in ?2 order by id", patientId, IN_FORCE);
    }

    /** Those of a stay that are in force, kept from others until the transaction ends. */
    List<Authorization> inForceDuring(UUID admissionId) {
        return find("admissionId = ?1 and status in ?2 order by id", admissionId, IN_FORCE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those that wait for a stay which begins on a day, kept from others until the transaction ends. */
    List<Authorization> awaitingStay(UUID patientId, LocalDate admittedOn) {
        return find(
                        "patientId = ?1 and admissionId is null and validTo >= ?2 and status not in ?3 order by id",
                        patientId,
                        admittedOn,
                        List.of(AuthorizationStatus.DENIED, AuthorizationStatus.CLOSED))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those in force that have to be reviewed by a day, or will not last, of people who are not discharged. */
    List<Authorization> due(LocalDate on, PageRequest page) {
        return find(
                        "from Authorization z where z.id > :after and z.status in :inForce"
                                + " and (z.reviewDueOn <= :on or z.firstUncoveredOn is not null)"
                                + " and not exists (select 1 from Admission a where a.id = z.admissionId and a.dischargedOn is not null)"
                                + " order by z.id",
                        Map.of("after", page.after().orElse(BEFORE_ALL), "on", on, "inForce", IN_FORCE))
                .page(0, page.rowsToQuery())
                .list();
    }

    /** Whether the policy is this patient's. */
    boolean isPolicyOf(UUID patientId, UUID insurancePolicyId) {
        return getEntityManager()
                        .createQuery(
                                "select count(*) from InsurancePolicy p where p.id = :id and p.patientId = :patientId",
                                Long.class)
                        .setParameter("id", insurancePolicyId)
                        .setParameter("patientId", patientId)
                        .getSingleResult()
                == 1;
    }
}
