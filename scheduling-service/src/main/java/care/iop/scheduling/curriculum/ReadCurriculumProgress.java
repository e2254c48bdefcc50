package care.iop.scheduling.curriculum;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;

/** Reads how far clients are with the curricula of their groups. */
@ApplicationScoped
public class ReadCurriculumProgress {

    private final EntityManager entities;

    ReadCurriculumProgress(EntityManager entities) {
        this.entities = entities;
    }

    private record Taught(UUID enrollmentId, UUID seriesId, String moduleCode, int had) {}

    /**
     * The progress of each of these clients who has begun a curriculum. A seat before that day of which nothing is marked counts
     * as taught, because nobody has missed it yet.
     */
    public Map<UUID, CurriculumProgress> before(LocalDate day, Collection<UUID> enrollments) {
        var progress = new HashMap<UUID, CurriculumProgress>();
        if (enrollments.isEmpty()) {
            return progress;
        }
        var begun = new HashMap<UUID, HashSet<UUID>>();
        var had = new HashMap<UUID, HashSet<String>>();
        for (var taught : taught(day, enrollments)) {
            begun.computeIfAbsent(taught.enrollmentId(), id -> new HashSet<>()).add(taught.seriesId());
            if (taught.had() > 0) {
                had.computeIfAbsent(taught.enrollmentId(), id -> new HashSet<>())
                        .add(taught.moduleCode());
            }
        }
        begun.forEach((client, series) ->
                progress.put(client, new CurriculumProgress(series, had.getOrDefault(client, new HashSet<>()))));
        return progress;
    }

    private Iterable<Taught> taught(LocalDate day, Collection<UUID> enrollments) {
        return entities.createQuery("""
                        select b.enrollmentId, s.seriesId, s.moduleCode,
                               max(case when b.status = BOOKED and (b.deliveredMinutes > 0
                                        or (b.attendance is null and b.sessionOn < :day)) then 1 else 0 end)
                        from Booking b join Session s on s.id = b.sessionId
                        where b.enrollmentId in :enrollments and s.moduleCode is not null and s.status = SCHEDULED
                          and b.status in (BOOKED, CANCELLED)
                        group by b.enrollmentId, s.seriesId, s.moduleCode
                        """, Taught.class)
                .setParameter("day", day)
                .setParameter("enrollments", enrollments)
                .getResultList();
    }
}
