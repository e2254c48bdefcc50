package care.iop.scheduling.waitlist;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The waitlists of the caller's organization, and the seats that are kept for offers. */
@ApplicationScoped
class WaitlistEntries implements PanacheRepositoryBase<WaitlistEntry, UUID> {

    private static final Set<WaitlistStatus> OPEN = Set.of(WaitlistStatus.WAITING, WaitlistStatus.OFFERED);

    private final Caller caller;

    WaitlistEntries(Caller caller) {
        this.caller = caller;
    }

    WaitlistEntry require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("waitlist entry"));
    }

    /** The entry, kept from others until the transaction ends. */
    WaitlistEntry requireLocked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("waitlist entry"));
    }

    /** Those who wait in a series or are offered a seat, kept from others until the transaction ends. */
    List<WaitlistEntry> openLocked(UUID seriesId) {
        return find("seriesId = ?1 and status in ?2 order by id", seriesId, OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<WaitlistEntry> open(UUID seriesId) {
        return list("seriesId = ?1 and status in ?2 order by joinedAt, id", seriesId, OPEN);
    }

    boolean isWaiting(UUID seriesId, UUID enrollmentId) {
        return count("seriesId = ?1 and enrollmentId = ?2 and status in ?3", seriesId, enrollmentId, OPEN) > 0;
    }

    List<WaitlistEntry> page(
            @Nullable UUID seriesId, @Nullable UUID enrollmentId, @Nullable WaitlistStatus status, PageRequest page) {
        var conditions = Conditions.after(page)
                .and("seriesId = :seriesId", "seriesId", seriesId)
                .and("enrollmentId = :enrollmentId", "enrollmentId", enrollmentId)
                .and("status = :status", "status", status);
        return find(conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }

    /** Keeps a seat in each of these sessions, in this order; the database refuses when one has none. */
    void keepSeats(UUID entryId, List<UUID> sessionIds) {
        for (var session : sessionIds) {
            getEntityManager()
                    .createNativeQuery(
                            "insert into waitlist_hold (organization_id, entry_id, session_id) values (:organization, :entry, :session)")
                    .setParameter("organization", caller.organization())
                    .setParameter("entry", entryId)
                    .setParameter("session", session)
                    .executeUpdate();
        }
    }

    /** Lets the kept seats go. Whoever takes them in the same transaction can't be overtaken: their rows stay locked. */
    void releaseSeats(UUID entryId) {
        for (var session : keptSeats(entryId)) {
            getEntityManager()
                    .createNativeQuery(
                            "delete from waitlist_hold where organization_id = :organization and entry_id = :entry and session_id = :session")
                    .setParameter("organization", caller.organization())
                    .setParameter("entry", entryId)
                    .setParameter("session", session)
                    .executeUpdate();
        }
    }

    /** The sessions in which a seat is kept, in order of time. */
    List<UUID> keptSeats(UUID entryId) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select h.session_id as session from waitlist_hold h join session s
                            on s.organization_id = h.organization_id and s.id = h.session_id
                         where h.organization_id = :organization and h.entry_id = :entry order by s.starts_at, s.id
                        """, Tuple.class)
                .addScalar("session", UUID.class)
                .setParameter("organization", caller.organization())
                .setParameter("entry", entryId)
                .getResultList()
                .stream()
                .map(row -> row.get("session", UUID.class))
                .toList();
    }
}
