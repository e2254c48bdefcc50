package care.iop.progress.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Counts how the objectives of plans stand, without their words. */
@ApplicationScoped
public class GoalStandings {

    private final TreatmentPlans plans;
    private final PlanRevisions revisions;

    GoalStandings(TreatmentPlans plans, PlanRevisions revisions) {
        this.plans = plans;
        this.revisions = revisions;
    }

    /** The objectives of an admission's plan in force on a day; empty without one. */
    public Optional<GoalProgress> of(UUID admissionId, LocalDate today) {
        return plans.findByIdOptional(admissionId)
                .flatMap(TreatmentPlan::inForce)
                .map(number -> count(admissionId, revisions.require(admissionId, number), today));
    }

    private GoalProgress count(UUID admissionId, PlanRevision revision, LocalDate today) {
        var progress = revisions.progressOf(admissionId);
        int objectives = 0;
        int met = 0;
        int overdue = 0;
        for (var objective : revision.content().objectives().toList()) {
            var last = progress.get(objective.key());
            var status = last == null ? ObjectiveStatus.IN_PROGRESS : last.status();
            objectives += status == ObjectiveStatus.DROPPED ? 0 : 1;
            met += status == ObjectiveStatus.MET ? 1 : 0;
            overdue += status != ObjectiveStatus.DROPPED
                            && status != ObjectiveStatus.MET
                            && objective.targetOn().isBefore(today)
                    ? 1
                    : 0;
        }
        return new GoalProgress(objectives, met, overdue);
    }
}
