package care.iop.intake.patient;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replaces what is known of a patient. */
@ApplicationScoped
class ChangePatient {

    private final Patients patients;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;
    private final Event<PatientDescribed> described;

    ChangePatient(Patients patients, AccessAudit audit, Ids ids, Clock clock, Event<PatientDescribed> described) {
        this.patients = patients;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.described = described;
    }

    /** Replaces the details if the caller has seen the present version, or fails with IDENTIFIER_TAKEN. */
    @Transactional
    Patient change(UUID id, @Nullable String ifMatch, PatientRequest details) {
        var patient = patients.requireCurrent(id);
        IfMatch.require(ifMatch, patient.version());
        patient.change(details, ids::next, clock.instant());
        patients.flushOrRefuse();
        audit.wrote("Patient", id, id);
        described.fire(new PatientDescribed(patient.id()));
        return patient;
    }
}
