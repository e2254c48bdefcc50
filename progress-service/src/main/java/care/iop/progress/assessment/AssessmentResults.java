package care.iop.progress.assessment;

import care.iop.chassis.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The assessment results of the caller's organization. */
@ApplicationScoped
class AssessmentResults implements PanacheRepositoryBase<AssessmentResult, UUID> {

    private static final String COUNTS = "replacedBy is null and voidedAt is null";

    private static final Map<RecordedResult.Standing, String> STANDINGS = Map.of(
            RecordedResult.Standing.FIRST,
            COUNTS + " and corrects is null",
            RecordedResult.Standing.CORRECTION,
            COUNTS + " and corrects is not null",
            RecordedResult.Standing.REPLACED,
            "replacedBy is not null",
            RecordedResult.Standing.VOIDED,
            "voidedAt is not null");

    Optional<AssessmentResult> find(UUID patientId, UUID id) {
        return find("patientId = ?1 and id = ?2", patientId, id).firstResultOptional();
    }

    /** The results of a person and an instrument that were taken at this moment and no other stands in place of; voided ones too. */
    List<AssessmentResult> takenAt(UUID patientId, String instrument, Instant takenAt) {
        return list(
                "patientId = ?1 and instrument = ?2 and takenAt = ?3 and replacedBy is null order by id",
                patientId,
                instrument,
                takenAt);
    }

    /** This result and all that it stands in place of, the newest first. */
    List<UUID> versionsOf(AssessmentResult result) {
        var versions = new ArrayList<UUID>();
        for (var version = result; version != null; ) {
            versions.add(version.id());
            version = version.corrects() == null ? null : findById(version.corrects());
        }
        return versions;
    }

    /** Makes others who do the same for this person wait until the transaction ends. */
    void keepInTurn(UUID patientId) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)")
                .setParameter("name", "answers of " + patientId)
                .getSingleResult();
    }

    /** The result of the same person and instrument that was taken last before this one. */
    Optional<AssessmentResult> before(AssessmentResult result) {
        return find(
                        "patientId = ?1 and instrument = ?2 and takenAt < ?3 and id <> ?4 and " + COUNTS
                                + " order by takenAt desc, id desc",
                        result.patientId(),
                        result.instrument(),
                        result.takenAt(),
                        result.id())
                .page(0, 1)
                .firstResultOptional();
    }

    /** The results of the same person, instrument and episode that count and were taken later, the first one first. */
    List<AssessmentResult> after(AssessmentResult result) {
        return list(
                "patientId = ?1 and admissionId = ?2 and instrument = ?3 and takenAt > ?4 and " + COUNTS
                        + " order by takenAt, id",
                result.patientId(),
                result.admissionId(),
                result.instrument(),
                result.takenAt());
    }

    /** The first complete result of an instrument in an episode that was taken before this moment. */
    Optional<AssessmentResult> firstComplete(UUID patientId, UUID admissionId, String instrument, Instant before) {
        return find(
                        "patientId = ?1 and admissionId = ?2 and instrument = ?3 and complete and takenAt < ?4"
                                + " and " + COUNTS
                                + " order by takenAt, id",
                        patientId,
                        admissionId,
                        instrument,
                        before)
                .page(0, 1)
                .firstResultOptional();
    }

    /** A person's results in the order of recording. */
    List<AssessmentResult> page(UUID patientId, @Nullable String instrument, PageRequest page) {
        var query = new StringBuilder("patientId = :patient");
        var parameters = new HashMap<String, Object>();
        parameters.put("patient", patientId);
        if (instrument != null) {
            query.append(" and instrument = :instrument");
            parameters.put("instrument", instrument);
        }
        page.after().ifPresent(after -> {
            query.append(" and id > :after");
            parameters.put("after", after);
        });
        return find(query.append(" order by id").toString(), parameters)
                .page(0, page.rowsToQuery())
                .list();
    }

    /** A person's results that fit, in the order of recording. */
    List<AssessmentResult> wanted(UUID patientId, RecordedResults.Wanted wanted, int most) {
        var query = new StringBuilder("patientId = :patient");
        var parameters = new HashMap<String, Object>();
        parameters.put("patient", patientId);
        and(query, parameters, "id in (:ids)", "ids", wanted.ids());
        and(query, parameters, "instrument in (:instruments)", "instruments", wanted.instruments());
        if (wanted.standings() != null) {
            query.append(" and (false");
            wanted.standings().forEach(standing -> query.append(" or ").append(STANDINGS.get(standing)));
            query.append(')');
        }
        and(query, parameters, "takenAt >= :takenFrom", "takenFrom", wanted.takenFrom());
        and(query, parameters, "takenAt < :takenBefore", "takenBefore", wanted.takenBefore());
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
