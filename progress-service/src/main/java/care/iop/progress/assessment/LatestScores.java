package care.iop.progress.assessment;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps each person's newest total of one instrument at hand, so that a list of persons never looks through all their results. */
@ApplicationScoped
class LatestScores {

    private static final String FOLLOW = """
            insert into latest_score (organization_id, patient_id, assessment_id, instrument, total, band, taken_at)
            values (:organization, :patient, :assessment, :instrument, :total, :band, :takenAt)
            on conflict (organization_id, patient_id) do update
               set assessment_id = excluded.assessment_id, instrument = excluded.instrument, total = excluded.total,
                   band = excluded.band, taken_at = excluded.taken_at
             where latest_score.taken_at <= excluded.taken_at
            """;

    private static final String FORGET =
            "delete from latest_score where organization_id = :organization and patient_id = :patient";

    private static final String FIND = """
            insert into latest_score (organization_id, patient_id, assessment_id, instrument, total, band, taken_at)
            select organization_id, patient_id, id, instrument, total, band, taken_at from assessment_result
             where organization_id = :organization and patient_id = :patient and instrument = :instrument
               and total is not null and band is not null and replaced_by is null and voided_at is null
             order by taken_at desc, recorded_at desc, id desc limit 1
            """;

    private final EntityManager entities;
    private final Caller caller;
    private final String instrument;

    LatestScores(
            EntityManager entities,
            Caller caller,
            @ConfigProperty(name = "iop.progress.caseload-instrument") String instrument) {
        this.entities = entities;
        this.caller = caller;
        this.instrument = instrument;
    }

    /** Takes over a result of the caseload's instrument that has a total and a band, unless one taken later is known. */
    void follow(AssessmentResult result) {
        if (!result.instrument().equals(instrument) || result.total() == null || result.band() == null) {
            return;
        }
        entities.createNativeQuery(FOLLOW)
                .setParameter("organization", caller.organization())
                .setParameter("patient", result.patientId())
                .setParameter("assessment", result.id())
                .setParameter("instrument", result.instrument())
                .setParameter("total", result.total())
                .setParameter("band", result.band())
                .setParameter("takenAt", result.takenAt())
                .executeUpdate();
    }

    /** Finds the newest total among all results of the person that count, after one of them was corrected or voided. */
    void findAnew(UUID patientId) {
        entities.createNativeQuery(FORGET)
                .setParameter("organization", caller.organization())
                .setParameter("patient", patientId)
                .executeUpdate();
        entities.createNativeQuery(FIND)
                .setParameter("organization", caller.organization())
                .setParameter("patient", patientId)
                .setParameter("instrument", instrument)
                .executeUpdate();
    }
}
