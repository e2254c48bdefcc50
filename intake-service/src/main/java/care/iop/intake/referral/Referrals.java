package care.iop.intake.referral;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The referrals of the caller's organization. */
@ApplicationScoped
public class Referrals implements PanacheRepositoryBase<Referral, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** The referral, or a 404. */
    public Referral require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("referral"));
    }

    /** The referral, locked until the transaction ends. */
    public Optional<Referral> findLocked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The referral that was made from the message with this key. */
    public Optional<Referral> cameAs(String sourceKey) {
        return find("sourceKey", sourceKey).firstResultOptional();
    }

    /** A person's referrals, the earliest first. */
    public List<Referral> of(UUID patientId) {
        return list("patientId = ?1 order by id", patientId);
    }

    List<Referral> page(ReferralFilter filter, AccessTargets targets, Instant now, PageRequest page) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        conditions.add("id > :after");
        values.put("after", page.after().orElse(BEFORE_ALL));
        if (filter.status() != null) {
            conditions.add("status = :status");
            values.put("status", filter.status());
        }
        if (filter.patientId() != null) {
            conditions.add("patientId = :patientId");
            values.put("patientId", filter.patientId());
        }
        if (filter.receivedFrom() != null) {
            conditions.add("receivedAt >= :receivedFrom");
            values.put("receivedFrom", filter.receivedFrom());
        }
        if (filter.receivedBefore() != null) {
            conditions.add("receivedAt < :receivedBefore");
            values.put("receivedBefore", filter.receivedBefore());
        }
        if (filter.overdue() != null) {
            narrowToOverdue(filter.overdue(), targets, now, conditions, values);
        }
        return find(String.join(" and ", conditions), Sort.by("id"), values)
                .page(0, page.rowsToQuery())
                .list();
    }

    /** The same as {@link Referral#overdue}, for the database. */
    private static void narrowToOverdue(
            Overdue overdue, AccessTargets targets, Instant now, List<String> conditions, Map<String, Object> values) {
        switch (overdue) {
            case ACKNOWLEDGEMENT -> {
                conditions.add("status = :unanswered and (urgency = :routine and receivedAt < :routineBefore"
                        + " or urgency = :urgent and receivedAt < :urgentBefore"
                        + " or urgency = :emergent and receivedAt < :emergentBefore)");
                values.put("unanswered", ReferralStatus.RECEIVED);
                values.put("routine", Urgency.ROUTINE);
                values.put("urgent", Urgency.URGENT);
                values.put("emergent", Urgency.EMERGENT);
                values.put(
                        "routineBefore", now.minus(targets.acknowledgeWithin().routine()));
                values.put("urgentBefore", now.minus(targets.acknowledgeWithin().urgent()));
                values.put(
                        "emergentBefore", now.minus(targets.acknowledgeWithin().emergent()));
            }
            case FIRST_SERVICE -> {
                conditions.add(
                        "firstServiceAt is null and firstSessionAt is null and status not in :gone and firstContactAt < :servedBefore");
                values.put(
                        "gone",
                        List.of(ReferralStatus.REFERRED_ELSEWHERE, ReferralStatus.WITHDRAWN, ReferralStatus.LOST));
                values.put("servedBefore", now.minus(targets.firstServiceWithin()));
            }
        }
    }
}
