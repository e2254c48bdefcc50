package care.iop.progress.assessment;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Keeps each person's newest total at hand, so that a list of persons never looks through all their results. */
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

    private final EntityManager entities;
    private final Caller caller;

    LatestScores(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** Takes over a result that has a total, unless one taken later is known. */
    void follow(AssessmentResult result) {
        if (result.total() == null) {
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
}
