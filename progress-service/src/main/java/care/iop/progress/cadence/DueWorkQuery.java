package care.iop.progress.cadence;

import care.iop.chassis.http.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the episodes of which something may be due, and when each instrument was answered last. */
@ApplicationScoped
class DueWorkQuery {

    private static final String EPISODES = """
            select new care.iop.progress.cadence.EpisodeRow(
                     e.id, e.patientId, e.programId, e.levelOfCare, e.admittedOn, e.endedOn, c.forOn)
              from Episode e
              left join LatestCheckIn c on c.organizationId = e.organizationId and c.patientId = e.patientId
            """;

    private static final String PAGE = EPISODES + """
             where (e.endedOn is null or e.endedOn >= :endedSince)
               and (:program is null or e.programId = :program)
               and (:after is null or e.id > :after)
             order by e.id
            """;

    private static final String LAST = EPISODES + """
             where e.patientId = :patient
             order by e.admittedOn desc, e.id desc
            """;

    /** A form with too much left out leaves the measurement due. */
    private static final String DONE = """
            select r.patientId as patient, r.instrument as instrument, max(r.takenAt) as takenAt
              from AssessmentResult r
             where r.patientId in :patients and (r.complete or r.prorated) and r.replacedBy is null
               and r.voidedAt is null
             group by r.patientId, r.instrument
            """;

    private static final String HOMEWORK = """
            select h.admissionId as admission, h.id as id, h.dueOn as dueOn
              from Homework h
             where h.patientId in :patients and h.admissionId is not null and h.doneAt is null and h.withdrawnAt is null
             order by h.dueOn, h.id
            """;

    private final EntityManager entities;

    DueWorkQuery(EntityManager entities) {
        this.entities = entities;
    }

    /** A page of the episodes that are open or ended since this day. */
    List<EpisodeRow> page(@Nullable UUID programId, LocalDate endedSince, PageRequest page) {
        return entities.createQuery(PAGE, EpisodeRow.class)
                .setParameter("endedSince", endedSince)
                .setParameter("program", programId)
                .setParameter("after", page.after().orElse(null))
                .setMaxResults(page.rowsToQuery())
                .getResultList();
    }

    /** The person's last episode. */
    Optional<EpisodeRow> last(UUID patientId) {
        return entities
                .createQuery(LAST, EpisodeRow.class)
                .setParameter("patient", patientId)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The homework of these persons that is not done yet, the longest due first, by admission. */
    Map<UUID, List<DueHomework>> homework(Collection<UUID> patientIds, LocalDate today) {
        var byAdmission = new HashMap<UUID, List<DueHomework>>();
        entities.createQuery(HOMEWORK, Tuple.class)
                .setParameter("patients", patientIds)
                .getResultList()
                .forEach(row -> byAdmission
                        .computeIfAbsent(row.get("admission", UUID.class), admission -> new ArrayList<>())
                        .add(DueHomework.of(row.get("id", UUID.class), row.get("dueOn", LocalDate.class), today)));
        return byAdmission;
    }

    /** The day of the last usable result of these persons, by person and instrument. */
    Map<UUID, Map<String, LocalDate>> lastDone(Collection<UUID> patientIds, ZoneId zone) {
        var byPatient = new HashMap<UUID, Map<String, LocalDate>>();
        entities.createQuery(DONE, Tuple.class)
                .setParameter("patients", patientIds)
                .getResultList()
                .forEach(row -> byPatient
                        .computeIfAbsent(row.get("patient", UUID.class), patient -> new HashMap<>())
                        .put(
                                row.get("instrument", String.class),
                                row.get("takenAt", Instant.class).atZone(zone).toLocalDate()));
        return byPatient;
    }
}
