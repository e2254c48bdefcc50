package care.iop.scheduling.enrollment;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import care.iop.chassis.inbox.PoisonEventException;
import care.iop.chassis.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Hears from progress that a treatment plan is in force, and prescribes what it says. The plan is kept apart from the
 * enrollment, because it can come first and outlives a change of level or dose.
 */
@ApplicationScoped
class PlanEvents implements EventListener {

    static final String TOPIC = "progress.treatment-plan.v1";
    static final String IN_FORCE = "care.iop.progress.treatment-plan-in-force.v1";

    private final PlannedPrescriptions plans;
    private final Enrollments enrollments;
    private final AccessAudit audit;

    PlanEvents(PlannedPrescriptions plans, Enrollments enrollments, AccessAudit audit) {
        this.plans = plans;
        this.enrollments = enrollments;
        this.audit = audit;
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public void on(IncomingEvent event) {
        if (event.type().equals(IN_FORCE)) {
            follow(event);
        }
    }

    private void follow(IncomingEvent event) {
        var told = event.data(PlanInForce.class);
        if (!told.admissionId().equals(event.subject())) {
            throw new PoisonEventException("the subject is not the admission");
        }
        var plan = plans.locked(told.admissionId());
        if (plan == null) {
            plan = new PlannedPrescription(told, event.version());
            requireSound(plan);
            plans.persist(plan);
        } else if (plan.follow(told, event.version())) {
            requireSound(plan);
        } else {
            return;
        }
        var enrollment = enrollments.findById(told.admissionId());
        if (enrollment != null && enrollment.isActive()) {
            enrollment.follow(plan);
            audit.wrote("Enrollment", enrollment.id(), enrollment.patientId());
        }
    }

    /** What can never be scheduled must not be kept; progress refuses it before anybody signs. */
    private static void requireSound(PlannedPrescription plan) {
        try {
            plan.prescription().requireSound("/sessions");
        } catch (ProblemException unsound) {
            throw new PoisonEventException("the sessions are no week that can be scheduled", unsound);
        }
    }
}
