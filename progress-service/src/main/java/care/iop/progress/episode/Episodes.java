package care.iop.progress.episode;

import care.iop.chassis.caller.Caller;
import care.iop.progress.patient.CurrentPatient;
import care.iop.progress.rollup.PersonRollups;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The episodes of the caller's organization. */
@ApplicationScoped
public class Episodes implements PanacheRepositoryBase<Episode, UUID> {

    /** Whom an admission is of changes only by a merge of patients, which another topic tells. */
    private static final String PROJECT = """
            insert into episode (organization_id, id, source_version, patient_id, program_id, level_of_care, admitted_on,
                                 prescribed_minutes_per_week)
            values (:organization, :id, :version, current_patient(:organization, :patient), :program, :level, :admittedOn, :prescribed)
            on conflict (organization_id, id) do update
               set source_version = excluded.source_version,
                   program_id = excluded.program_id,
                   level_of_care = excluded.level_of_care,
                   admitted_on = excluded.admitted_on,
                   prescribed_minutes_per_week = excluded.prescribed_minutes_per_week
             where episode.source_version < excluded.source_version
            """;

    private static final String END = """
            update episode
               set source_version = :version, ended_on = :endedOn
             where organization_id = :organization and id = :id and source_version < :version
            """;

    private static final String PATIENT = """
            select patient_id from episode where organization_id = :organization and id = :id
            """;

    private final Caller caller;
    private final CurrentPatient currentPatient;
    private final PersonRollups rollups;

    Episodes(Caller caller, CurrentPatient currentPatient, PersonRollups rollups) {
        this.caller = caller;
        this.currentPatient = currentPatient;
        this.rollups = rollups;
    }

    /** Takes over this version of an admission, unless the same or a newer one is known already. */
    void project(UUID admissionId, long version, PatientAdmitted admitted) {
        var patient = storedPatient(admissionId).orElseGet(() -> currentPatient.of(admitted.patientId()));
        rollups.whileChanging(List.of(patient), admissionId, () -> write(admissionId, version, admitted));
    }

    private void write(UUID admissionId, long version, PatientAdmitted admitted) {
        getEntityManager()
                .createNativeQuery(PROJECT)
                .setParameter("organization", caller.organization())
                .setParameter("id", admissionId)
                .setParameter("version", version)
                .setParameter("patient", admitted.patientId())
                .setParameter("program", admitted.programId())
                .setParameter("level", admitted.levelOfCare())
                .setParameter("admittedOn", admitted.admittedOn())
                .setParameter("prescribed", admitted.prescribedMinutesPerWeek())
                .executeUpdate();
    }

    /** Ends the episode, unless this version of the admission or a newer one is known already. */
    void end(UUID admissionId, long version, PatientDischarged discharged) {
        storedPatient(admissionId)
                .ifPresent(patient -> rollups.whileChanging(
                        List.of(patient), admissionId, () -> writeEnd(admissionId, version, discharged)));
    }

    private void writeEnd(UUID admissionId, long version, PatientDischarged discharged) {
        getEntityManager()
                .createNativeQuery(END)
                .setParameter("organization", caller.organization())
                .setParameter("id", admissionId)
                .setParameter("version", version)
                .setParameter("endedOn", discharged.dischargedOn())
                .executeUpdate();
    }

    /** As it is stored now, whatever this session has read before. */
    private Optional<UUID> storedPatient(UUID admissionId) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(PATIENT, UUID.class)
                .setParameter("organization", caller.organization())
                .setParameter("id", admissionId)
                .uniqueResultOptional();
    }

    /** The admission that this person was last admitted by; empty when no admission has arrived yet. */
    public Optional<UUID> lastAdmissionOf(UUID patientId) {
        return find("patientId = ?1 order by admittedOn desc, id desc", patientId)
                .page(0, 1)
                .firstResultOptional()
                .map(Episode::id);
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
