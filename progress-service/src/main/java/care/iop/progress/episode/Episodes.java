package care.iop.progress.episode;

import care.iop.chassis.caller.Caller;
import care.iop.progress.patient.CurrentPatient;
import care.iop.progress.rollup.PersonRollups;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The episodes of the caller's organization. */
@ApplicationScoped
public class Episodes implements PanacheRepositoryBase<Episode, UUID> {

    /** The table of the episodes. */
    private static final String EPISODES = "episode";

    /** The table of the same form in which a rebuild puts aside what topics say. */
    private static final String PUT_ASIDE = "rebuilt_admission";

    /** Whom an admission is of changes only by a merge of patients, which another topic tells. */
    private static final String PROJECT = """
            insert into %s as e (organization_id, id, source_version, patient_id, program_id, level_of_care, admitted_on,
                                 level_since, prescribed_minutes_per_week, admitted_level, referral_source, first_contact_on,
                                 payer_category)
            values (:organization, :id, :version, current_patient(:organization, :patient), :program, :level, :admittedOn,
                    :levelSince, :prescribed, :admittedLevel, :source, :firstContactOn, :payer)
            on conflict (organization_id, id) do update
               set source_version = excluded.source_version,
                   program_id = excluded.program_id,
                   level_of_care = excluded.level_of_care,
                   admitted_on = excluded.admitted_on,
                   level_since = case when e.level_of_care = excluded.level_of_care
                                      then coalesce(e.level_since, e.admitted_on) else excluded.level_since end,
                   prescribed_minutes_per_week = excluded.prescribed_minutes_per_week,
                   admitted_level = coalesce(excluded.admitted_level, e.admitted_level),
                   referral_source = coalesce(excluded.referral_source, e.referral_source),
                   first_contact_on = coalesce(excluded.first_contact_on, e.first_contact_on),
                   payer_category = coalesce(excluded.payer_category, e.payer_category)
             where e.source_version < excluded.source_version
            """;

    private static final String END = """
            update %s
               set source_version = :version, ended_on = :endedOn, last_contact_on = :lastContactOn,
                   discharge_reason = :reason, teds_reason = :tedsReason
             where organization_id = :organization and id = :id and source_version < :version
            """;

    private static final String PATIENT = """
            select patient_id from episode where organization_id = :organization and id = :id
            """;

    /** Asked at each alert, and so in SQL: Hibernate translates a query for one tenant's entities anew each time. */
    private static final String LAST_ADMISSION = """
            select id from episode where organization_id = :organization and patient_id = :patient
             order by admitted_on desc, id desc limit 1
            """;

    private static final String TAKE_ACTIVE = """
            select * from episode
             where organization_id = :organization and ended_on is null and id > :after
             order by id limit :most for update skip locked
            """;

    private final Caller caller;
    private final CurrentPatient currentPatient;
    private final PersonRollups rollups;
    private final Event<EpisodeEnded> ended;
    private final ZoneId zone;

    Episodes(
            Caller caller,
            CurrentPatient currentPatient,
            PersonRollups rollups,
            Event<EpisodeEnded> ended,
            @ConfigProperty(name = "iop.progress.alert-clocks.zone", defaultValue = "America/New_York") ZoneId zone) {
        this.caller = caller;
        this.currentPatient = currentPatient;
        this.rollups = rollups;
        this.ended = ended;
        this.zone = zone;
    }

    /** Takes over an admission, unless this version or a newer one is known already. */
    void begin(UUID admissionId, long version, PatientAdmitted admitted) {
        project(admissionId, version, admitted, admitted.admittedOn(), admitted.levelOfCare());
    }

    /** Takes over how an admission goes on from a day, unless this version or a newer one is known already. */
    void goOn(UUID admissionId, long version, LevelOfCareChanged changed) {
        project(admissionId, version, changed.asAdmitted(), changed.levelSince(), null);
    }

    private void project(
            UUID admissionId,
            long version,
            PatientAdmitted admitted,
            LocalDate levelSince,
            @Nullable String admittedLevel) {
        var patient = storedPatient(admissionId).orElseGet(() -> currentPatient.of(admitted.patientId()));
        rollups.whileChanging(
                List.of(patient),
                admissionId,
                () -> write(EPISODES, admissionId, version, admitted, levelSince, admittedLevel));
    }

    /** Puts an admission aside for a rebuild, and leaves episodes and rollups alone. */
    void putAsideBeginning(UUID admissionId, long version, PatientAdmitted admitted) {
        write(PUT_ASIDE, admissionId, version, admitted, admitted.admittedOn(), admitted.levelOfCare());
    }

    /** Puts aside for a rebuild how an admission goes on, and leaves episodes and rollups alone. */
    void putAsideGoingOn(UUID admissionId, long version, LevelOfCareChanged changed) {
        write(PUT_ASIDE, admissionId, version, changed.asAdmitted(), changed.levelSince(), null);
    }

    /** Puts aside for a rebuild how an admission ended; it tells nobody that it did. */
    void putAsideEnd(UUID admissionId, long version, PatientDischarged discharged) {
        writeEnd(PUT_ASIDE, admissionId, version, discharged);
    }

    private void write(
            String table,
            UUID admissionId,
            long version,
            PatientAdmitted admitted,
            LocalDate levelSince,
            @Nullable String admittedLevel) {
        getEntityManager()
                .createNativeQuery(PROJECT.formatted(table))
                .setParameter("organization", caller.organization())
                .setParameter("id", admissionId)
                .setParameter("version", version)
                .setParameter("patient", admitted.patientId())
                .setParameter("program", admitted.programId())
                .setParameter("level", admitted.levelOfCare())
                .setParameter("admittedOn", admitted.admittedOn())
                .setParameter("levelSince", levelSince)
                .setParameter("prescribed", admitted.prescribedMinutesPerWeek())
                .setParameter("admittedLevel", admittedLevel)
                .setParameter("source", admitted.referralSource())
                .setParameter("firstContactOn", firstContactOn(admitted))
                .setParameter("payer", admitted.payerCategory())
                .executeUpdate();
    }

    private @Nullable LocalDate firstContactOn(PatientAdmitted admitted) {
        var at = admitted.firstContactAt();
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }

    /** Ends the episode, unless this version of the admission or a newer one is known already. */
    void end(UUID admissionId, long version, PatientDischarged discharged) {
        storedPatient(admissionId)
                .ifPresent(patient -> rollups.whileChanging(
                        List.of(patient), admissionId, () -> endNow(admissionId, version, discharged)));
    }

    private void endNow(UUID admissionId, long version, PatientDischarged discharged) {
        if (writeEnd(EPISODES, admissionId, version, discharged)) {
            ended.fire(new EpisodeEnded(admissionId, discharged.dischargedOn()));
        }
    }

    private boolean writeEnd(String table, UUID admissionId, long version, PatientDischarged discharged) {
        return getEntityManager()
                        .createNativeQuery(END.formatted(table))
                        .setParameter("organization", caller.organization())
                        .setParameter("id", admissionId)
                        .setParameter("version", version)
                        .setParameter("endedOn", discharged.dischargedOn())
                        .setParameter("lastContactOn", discharged.lastContactOn())
                        .setParameter("reason", discharged.reason())
                        .setParameter("tedsReason", discharged.tedsReason())
                        .executeUpdate()
                == 1;
    }

    /** The episodes in treatment after this one, in order, held until the end of the transaction; those that others hold are left out. */
    public List<EpisodeFacts> takeActive(UUID after, int most) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(TAKE_ACTIVE, Episode.class)
                .setParameter("organization", caller.organization())
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultStream()
                .map(EpisodeFacts::of)
                .toList();
    }

    /** As it is stored now, whatever this session has read before. */
    private Optional<UUID> storedPatient(UUID admissionId) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(PATIENT, Tuple.class)
                .addScalar("patient_id", UUID.class)
                .setParameter("organization", caller.organization())
                .setParameter("id", admissionId)
                .uniqueResultOptional()
                .map(row -> row.get("patient_id", UUID.class));
    }

    /** The admission that this person was last admitted by; empty when no admission has arrived yet. */
    public Optional<UUID> lastAdmissionOf(UUID patientId) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(LAST_ADMISSION, Tuple.class)
                .addScalar("id", UUID.class)
                .setParameter("organization", caller.organization())
                .setParameter("patient", patientId)
                .uniqueResultOptional()
                .map(row -> row.get("id", UUID.class));
    }

    /** Whether any admission of this person has arrived. */
    public boolean hasPatient(UUID patientId) {
        return count("patientId", patientId) > 0;
    }

    /** The admissions of this person, in order. */
    public List<EpisodeFacts> ofPatient(UUID patientId) {
        return list("patientId = ?1 order by id", patientId).stream()
                .map(EpisodeFacts::of)
                .toList();
    }

    /** What is known of this admission; empty when it has not arrived yet. */
    public Optional<EpisodeFacts> factsOf(UUID admissionId) {
        return findByIdOptional(admissionId).map(EpisodeFacts::of);
    }

    /** The day of this admission; empty when it has not arrived yet. */
    public Optional<LocalDate> admittedOn(UUID admissionId) {
        return findByIdOptional(admissionId).map(Episode::admittedOn);
    }

    /** The person whom this admission is of. */
    public Optional<UUID> patientOf(UUID admissionId) {
        return findByIdOptional(admissionId).map(Episode::patientId);
    }
}
