package care.iop.progress.checkin;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Keeps each person's newest check-in at hand, so that a list of persons never looks through all their days. */
@ApplicationScoped
class LatestCheckIns {

    private static final String FOLLOW = """
            insert into latest_check_in (organization_id, patient_id, for_on, mood, craving)
            values (:organization, :patient, :forOn, :mood, :craving)
            on conflict (organization_id, patient_id) do update
               set for_on = excluded.for_on, mood = excluded.mood, craving = excluded.craving
             where latest_check_in.for_on <= excluded.for_on
            """;

    private final EntityManager entities;
    private final Caller caller;

    LatestCheckIns(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** Takes over a new or corrected check-in, unless a later day has been reported. */
    void follow(CheckIn checkIn) {
        var report = checkIn.report();
        entities.createNativeQuery(FOLLOW)
                .setParameter("organization", caller.organization())
                .setParameter("patient", checkIn.patientId())
                .setParameter("forOn", checkIn.forOn())
                .setParameter("mood", report.mood())
                .setParameter("craving", report.craving())
                .executeUpdate();
    }
}
