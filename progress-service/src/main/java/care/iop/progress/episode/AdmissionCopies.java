package care.iop.progress.episode;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.inbox.IncomingEvent;
import care.iop.progress.rebuild.CopiedFacts;
import care.iop.progress.rollup.PersonRollups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The episodes, made anew from {@code intake.admission.v1}. Whose an admission is stays as it is, for merges of patients tell that,
 * too, and so does how a stay began when no topic tells it any more. A discharge whose admission no topic holds any more is put to the admission as it is known.
 */
@ApplicationScoped
class AdmissionCopies implements CopiedFacts {

    private static final int AT_ONCE = 50;

    /** A discharge changes an admission that is known, when no topic holds the admission any more. */
    private static final String TAKE_KNOWN = """
            insert into rebuilt_admission select * from episode where organization_id = :organization and id = :id
            on conflict do nothing
            """;

    /**
     * Whose it is, and what only the beginning of a stay tells, which no topic holds any more when the stay is long: without it, the
     * level would seem to begin with the last change of dose.
     */
    private static final String KEEP = """
            update rebuilt_admission r
               set patient_id = k.patient_id, admitted_level = k.admitted_level, referral_source = k.referral_source,
                   first_contact_on = k.first_contact_on, payer_category = k.payer_category, level_since = k.level_since
              from (select o.id, e.patient_id,
                           coalesce(o.admitted_level, e.admitted_level) as admitted_level,
                           coalesce(o.referral_source, e.referral_source) as referral_source,
                           coalesce(o.first_contact_on, e.first_contact_on) as first_contact_on,
                           coalesce(o.payer_category, e.payer_category) as payer_category,
                           case when o.admitted_level is null and o.level_of_care = e.level_of_care then e.level_since
                                else o.level_since end as level_since
                      from rebuilt_admission o
                      join episode e on e.organization_id = o.organization_id and e.id = o.id
                     where o.organization_id = :organization) k
             where r.organization_id = :organization and r.id = k.id
               and (r.patient_id, r.admitted_level, r.referral_source, r.first_contact_on, r.payer_category, r.level_since)
                   is distinct from (k.patient_id, k.admitted_level, k.referral_source, k.first_contact_on, k.payer_category, k.level_since)
            """;

    private static final String DIFFERING = """
            select r.id as id, r.patient_id as patient
              from rebuilt_admission r left join episode e on e.organization_id = r.organization_id and e.id = r.id
             where r.organization_id = :organization
               and (e.id is null or r.source_version > e.source_version
                    or r.source_version = e.source_version and to_jsonb(r) <> to_jsonb(e))
             order by r.id
             limit :most
            """;

    private static final String TAKE_AWAY = """
            delete from episode e using rebuilt_admission r
             where r.organization_id = :organization and r.id = :id and e.organization_id = r.organization_id and e.id = r.id
               and e.source_version <= r.source_version
            """;

    private static final String PUT_BACK = """
            insert into episode select * from rebuilt_admission where organization_id = :organization and id = :id
            on conflict do nothing
            """;

    private static final String FORGET = "delete from rebuilt_admission where organization_id = :organization";

    private final Episodes episodes;
    private final EntityManager entities;
    private final PersonRollups rollups;
    private final AccessAudit audit;
    private final Caller caller;

    AdmissionCopies(
            Episodes episodes, EntityManager entities, PersonRollups rollups, AccessAudit audit, Caller caller) {
        this.episodes = episodes;
        this.entities = entities;
        this.rollups = rollups;
        this.audit = audit;
        this.caller = caller;
    }

    @Override
    public Kind kind() {
        return Kind.ADMISSIONS;
    }

    @Override
    public Set<String> topics() {
        return Set.of(AdmissionEvents.TOPIC);
    }

    @Override
    public void putAside(IncomingEvent event) {
        switch (event.type()) {
            case AdmissionEvents.ADMITTED ->
                episodes.putAsideBeginning(event.subject(), event.version(), event.data(PatientAdmitted.class));
            case AdmissionEvents.LEVEL_CHANGED ->
                episodes.putAsideGoingOn(event.subject(), event.version(), event.data(LevelOfCareChanged.class));
            case AdmissionEvents.DISCHARGED -> {
                query(TAKE_KNOWN).setParameter("id", event.subject()).executeUpdate();
                episodes.putAsideEnd(event.subject(), event.version(), event.data(PatientDischarged.class));
            }
            default -> {
                // Other facts of a stay are not copied.
            }
        }
    }

    @Override
    public int mendSome() {
        query(KEEP).executeUpdate();
        var differing = differing();
        for (var admission : differing) {
            var id = admission.get("id", UUID.class);
            var patient = admission.get("patient", UUID.class);
            rollups.whileChanging(List.of(patient), id, () -> {
                query(TAKE_AWAY).setParameter("id", id).executeUpdate();
                query(PUT_BACK).setParameter("id", id).executeUpdate();
            });
            audit.wrote("Episode", id, patient);
        }
        return differing.size();
    }

    private List<Tuple> differing() {
        return entities.unwrap(Session.class)
                .createNativeQuery(DIFFERING, Tuple.class)
                .addScalar("id", UUID.class)
                .addScalar("patient", UUID.class)
                .setParameter("organization", caller.organization())
                .setParameter("most", AT_ONCE)
                .getResultList();
    }

    @Override
    public void forget() {
        query(FORGET).executeUpdate();
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql).setParameter("organization", caller.organization());
    }
}
