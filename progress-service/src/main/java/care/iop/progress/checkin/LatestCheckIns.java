package care.iop.progress.checkin;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Keeps each person's newest check-in at hand, so that a list of persons never looks through all their days. */
@ApplicationScoped
class LatestCheckIns {

    /** Takes over the newest day, in this order: organization, patient, day, mood, craving. */
    static final String FOLLOW = """
            insert into latest_check_in (organization_id, patient_id, for_on, mood, craving)
            values (?, ?, ?, ?, ?)
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

    /** Takes over a corrected check-in, unless a later day has been reported. */
    void follow(CheckIn checkIn) {
        var report = checkIn.report();
        entities.createNativeQuery(FOLLOW)
                .setParameter(1, caller.organization())
                .setParameter(2, checkIn.patientId())
                .setParameter(3, checkIn.forOn())
                .setParameter(4, report.mood())
                .setParameter(5, report.craving())
                .executeUpdate();
    }
}
