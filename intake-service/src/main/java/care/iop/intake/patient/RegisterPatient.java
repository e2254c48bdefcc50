package care.iop.intake.patient;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Registers a person who was not known before. */
@ApplicationScoped
public class RegisterPatient {

    private final Patients patients;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;
    private final Event<PatientDescribed> described;

    RegisterPatient(Patients patients, AccessAudit audit, Ids ids, Clock clock, Event<PatientDescribed> described) {
        this.patients = patients;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.described = described;
    }

    /**
     * Registers the person, or fails with IDENTIFIER_TAKEN when an identifier names another patient.
     *
     * @param sourceKey recognizes a person without identifiers when the same message comes again, see {@link
     *     Patients#cameAs}; null when staff register the person
     */
    @Transactional
    public Patient register(PatientRequest details, @Nullable String sourceKey) {
        var patient = Patient.register(ids.next(), details, sourceKey, ids::next, clock.instant());
        patients.persist(patient);
        patients.flushOrRefuse();
        audit.wrote("Patient", patient.id(), patient.id());
        described.fire(new PatientDescribed(patient.id()));
        return patient;
    }
}
