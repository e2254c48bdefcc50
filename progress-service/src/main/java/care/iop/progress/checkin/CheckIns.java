package care.iop.progress.checkin;

import care.iop.chassis.http.PageRequest;
import care.iop.progress.alert.rule.DayFacts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The check-ins of the caller's organization. */
@ApplicationScoped
class CheckIns implements PanacheRepositoryBase<CheckIn, UUID> {

    /** The report of the day; the one changed last, when two records of the person that were merged each have one. */
    Optional<CheckIn> find(UUID patientId, LocalDate forOn) {
        return find("patientId = ?1 and forOn = ?2 order by changedAt desc, id desc", patientId, forOn)
                .firstResultOptional();
    }

    /** The report of this person that a device made under this identifier, of days since this one. */
    Optional<CheckIn> ofReport(UUID patientId, UUID reportId, LocalDate since) {
        return find("patientId = ?1 and forOn >= ?2 and reportId = ?3", patientId, since, reportId)
                .firstResultOptional();
    }

    /** The days since this one of which the person has reported. */
    List<LocalDate> days(UUID patientId, LocalDate since) {
        return getEntityManager()
                .createQuery(
                        "select distinct c.forOn from CheckIn c where c.patientId = ?1 and c.forOn >= ?2",
                        LocalDate.class)
                .setParameter(1, patientId)
                .setParameter(2, since)
                .getResultList();
    }

    /** A person's reports of the days before this one, from the first of them on. */
    List<DayFacts.Earlier> before(UUID patientId, LocalDate from, LocalDate day) {
        return getEntityManager()
                .createQuery("""
                        select new care.iop.progress.alert.rule.DayFacts$Earlier(c.forOn, c.mood, c.craving)
                          from CheckIn c where c.patientId = ?1 and c.forOn >= ?2 and c.forOn < ?3
                        """, DayFacts.Earlier.class)
                .setParameter(1, patientId)
                .setParameter(2, from)
                .setParameter(3, day)
                .getResultList();
    }

    /** A person's check-ins for days within the range, in the order of recording. */
    List<CheckIn> page(UUID patientId, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest page) {
        var query = new StringBuilder("patientId = :patient");
        var parameters = new HashMap<String, Object>();
        parameters.put("patient", patientId);
        if (from != null) {
            query.append(" and forOn >= :from");
            parameters.put("from", from);
        }
        if (to != null) {
            query.append(" and forOn <= :to");
            parameters.put("to", to);
        }
        page.after().ifPresent(after -> {
            query.append(" and id > :after");
            parameters.put("after", after);
        });
        return find(query.append(" order by id").toString(), parameters)
                .page(0, page.rowsToQuery())
                .list();
    }

    /** A person's check-ins that fit, in the order of recording. */
    List<CheckIn> wanted(UUID patientId, RecordedCheckIns.Wanted wanted, int most) {
        var query = new StringBuilder("patientId = :patient");
        var parameters = new HashMap<String, Object>();
        parameters.put("patient", patientId);
        and(query, parameters, "id in (:ids)", "ids", wanted.ids());
        and(query, parameters, "forOn >= :firstDay", "firstDay", wanted.firstDay());
        and(query, parameters, "forOn < :dayBefore", "dayBefore", wanted.dayBefore());
        and(query, parameters, "changedAt >= :changedFrom", "changedFrom", wanted.changedFrom());
        and(query, parameters, "changedAt < :changedBefore", "changedBefore", wanted.changedBefore());
        and(query, parameters, "id > :after", "after", wanted.after());
        return find(query.append(" order by id").toString(), parameters)
                .page(0, most)
                .list();
    }

    private static void and(
            StringBuilder query,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }
}
