package care.iop.progress.caseload;

import care.iop.chassis.http.PageRequest;
import care.iop.progress.attendance.IsoWeek;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds a page of the caseload, and then what the rollups say of those on it: asked for both at once, the database may look through
 * the week of everybody for the fifty that are shown.
 */
@ApplicationScoped
class CaseloadQuery {

    /**
     * Hibernate keeps the episodes to the caller's organization; the joins name it too, for the rollups' keys begin with it.
     */
    private static final String ROWS = """
            select new care.iop.progress.caseload.CaseloadRow(
                     e.id, e.patientId, e.programId, e.levelOfCare, e.admittedOn, e.prescribedMinutesPerWeek,
                     coalesce(w.scheduledUnits, 0), coalesce(w.programCancelledUnits, 0), coalesce(w.attendedUnits, 0),
                     coalesce(w.unmarkedUnits, 0), coalesce(w.plannedMinutes, 0), coalesce(w.deliveredMinutes, 0),
                     c.forOn, c.mood, c.craving,
                     s.assessmentId, s.instrument, s.total, s.band, s.takenAt,
                     coalesce(a.low, 0), coalesce(a.medium, 0), coalesce(a.high, 0), coalesce(a.critical, 0))
              from Episode e
              left join WeeklyAttendance w on w.organizationId = e.organizationId and w.admissionId = e.id
                                          and w.weekStartsOn = :week
              left join LatestCheckIn c on c.organizationId = e.organizationId and c.patientId = e.patientId
              left join LatestScore s on s.organizationId = e.organizationId and s.patientId = e.patientId
              left join OpenAlerts a on a.organizationId = e.organizationId and a.patientId = e.patientId
             where e.id in :page
             order by e.id
            """;

    private static final String PAGE = "select e.id from Episode e where e.endedOn is null";
    private static final String OF_PROGRAM = " and e.programId = :program";
    private static final String AFTER = " and e.id > :after";
    private static final String IN_ORDER = " order by e.id";

    private final EntityManager entities;

    CaseloadQuery(EntityManager entities) {
        this.entities = entities;
    }

    /** A page of who is in treatment. Conditions that are not asked for are left out, so that an index answers the others. */
    List<CaseloadRow> page(@Nullable UUID programId, IsoWeek week, PageRequest page) {
        var text = new StringBuilder(PAGE);
        var parameters = new HashMap<String, Object>();
        if (programId != null) {
            text.append(OF_PROGRAM);
            parameters.put("program", programId);
        }
        page.after().ifPresent(after -> {
            text.append(AFTER);
            parameters.put("after", after);
        });
        var query = entities.createQuery(text.append(IN_ORDER).toString(), UUID.class);
        parameters.forEach(query::setParameter);
        var shown = query.setMaxResults(page.rowsToQuery()).getResultList();
        return shown.isEmpty()
                ? List.of()
                : entities.createQuery(ROWS, CaseloadRow.class)
                        .setParameter("week", week.startsOn())
                        .setParameter("page", shown)
                        .getResultList();
    }
}
