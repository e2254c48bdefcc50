package care.iop.scheduling.enrollment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The no-contact pairs of the caller's organization. */
@ApplicationScoped
public class NoContactPairs implements PanacheRepositoryBase<NoContactPair, UUID> {

    /** Whom each of these clients must never meet, by enrollment; who has no such pair is absent. */
    public Map<UUID, Set<UUID>> inForceOf(Collection<UUID> enrollments) {
        var others = new HashMap<UUID, Set<UUID>>();
        if (enrollments.isEmpty()) {
            return others;
        }
        for (var pair : list("liftedAt is null and (lowerId in ?1 or higherId in ?1)", enrollments)) {
            others.computeIfAbsent(pair.lowerId(), any -> new HashSet<>()).add(pair.higherId());
            others.computeIfAbsent(pair.higherId(), any -> new HashSet<>()).add(pair.lowerId());
        }
        others.keySet().retainAll(Set.copyOf(enrollments));
        return others;
    }

    /** All pairs of one client, lifted ones too, the newest first. */
    List<NoContactPair> of(UUID enrollmentId) {
        return list("lowerId = ?1 or higherId = ?1 order by recordedAt desc, id", enrollmentId);
    }

    Optional<NoContactPair> inForce(UUID one, UUID other) {
        return find("liftedAt is null and lowerId in ?1 and higherId in ?1", List.of(one, other))
                .firstResultOptional();
    }

    /** Days from {@code from} on on which a client sits in a session with one whom they must never meet. */
    List<LocalDate> meetOn(UUID enrollmentId, Collection<UUID> others, LocalDate from) {
        if (others.isEmpty()) {
            return List.of();
        }
        return getEntityManager()
                .createQuery("""
                        select distinct mine.sessionOn from Booking mine, Booking theirs
                        where mine.enrollmentId = :client and theirs.enrollmentId in :others
                          and mine.sessionId = theirs.sessionId and mine.sessionOn >= :from
                          and mine.status = BOOKED and theirs.status = BOOKED order by mine.sessionOn
                        """, LocalDate.class)
                .setParameter("client", enrollmentId)
                .setParameter("others", others)
                .setParameter("from", from)
                .getResultList();
    }
}
