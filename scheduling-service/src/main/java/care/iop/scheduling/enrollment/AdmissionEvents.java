package care.iop.scheduling.enrollment;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import care.iop.chassis.inbox.PoisonEventException;
import care.iop.scheduling.patient.CurrentPatient;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.ProgramOpened;
import care.iop.scheduling.program.Programs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hears from intake that a patient was admitted, and enrolls them; that the level or dose of care changed, and follows;
 * that the patient was discharged, and ends the enrollment. Nobody is lost whose program is not known here yet.
 */
@ApplicationScoped
class AdmissionEvents implements EventListener {

    private final Enrollments enrollments;
    private final Programs programs;
    private final PlannedPrescriptions plans;
    private final CurrentPatient currentPatient;
    private final AccessAudit audit;
    private final Event<EnrollmentEnded> ended;

    AdmissionEvents(
            Enrollments enrollments,
            Programs programs,
            PlannedPrescriptions plans,
            CurrentPatient currentPatient,
            AccessAudit audit,
            Event<EnrollmentEnded> ended) {
        this.enrollments = enrollments;
        this.programs = programs;
        this.plans = plans;
        this.currentPatient = currentPatient;
        this.audit = audit;
        this.ended = ended;
    }

    @Override
    public Set<String> topics() {
        return Set.of("intake.admission.v1");
    }

    @Override
    public void on(IncomingEvent event) {
        switch (event.type()) {
            // A change of level says all that an admission says, as it is from then on.
            case "care.iop.intake.patient-admitted.v1", "care.iop.intake.level-of-care-changed.v1" -> follow(event);
            case "care.iop.intake.patient-discharged.v1" -> end(event);
            default -> {
                // Other facts of a stay change nothing here.
            }
        }
    }

    private void end(IncomingEvent event) {
        var known = enrollments.findById(event.subject());
        if (known != null && known.end(event.data(Discharge.class), event.version())) {
            enrollments.flush();
            audit.wrote("Enrollment", known.id(), known.patientId());
            ended.fire(known.ended());
        }
    }

    private void follow(IncomingEvent event) {
        var admission = event.data(Admission.class);
        if (!admission.admissionId().equals(event.subject())) {
            throw new PoisonEventException("the subject is not the admission");
        }
        var program = program(admission.programId());
        var plan = plans.locked(admission.admissionId());
        var known = enrollments.findById(admission.admissionId());
        if (known == null) {
            enrollments.persist(new Enrollment(
                    admission, currentPatient.of(admission.patientId()), event.version(), program, plan));
        } else {
            known.follow(admission, event.version(), program, plan);
        }
        audit.wrote("Enrollment", admission.admissionId(), admission.patientId());
    }

    private @Nullable Program program(UUID id) {
        var program = programs.findById(id);
        if (program == null) {
            programs.awaitIdentifier(id);
            program = programs.findById(id);
        }
        return program;
    }

    /** Enrolls those who waited for this program, in the transaction that opens it. */
    void on(@Observes ProgramOpened opened) {
        for (var enrollment : enrollments.awaiting(opened.program().id())) {
            enrollment.activate(opened.program(), plans.locked(enrollment.id()));
            audit.wrote("Enrollment", enrollment.id(), enrollment.patientId());
        }
    }
}
