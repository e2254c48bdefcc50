package care.iop.progress.fhir;

import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.RecordPages;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.progress.plan.PlansOfCare;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the objectives of plans. A person has so few that they are read at once. */
@ApplicationScoped
class FindGoals {

    /** Of the identifier of a plan, which that of a goal begins with. */
    private static final int PLAN_LENGTH = 36;

    private final PlansOfCare plans;

    FindGoals(PlansOfCare plans) {
        this.plans = plans;
    }

    Optional<FhirRecord> byId(String id) {
        var admission = id.length() <= PLAN_LENGTH ? null : SearchParameters.uuid(id.substring(0, PLAN_LENGTH));
        return admission == null
                ? Optional.empty()
                : plans.find(admission).stream()
                        .flatMap(plan -> PlanMapping.goals(plan).stream())
                        .filter(goal -> goal.id().equals(id))
                        .findFirst();
    }

    List<FhirRecord> of(UUID patientId, GoalSearch search) {
        var goals = plans.of(patientId).stream().flatMap(plan -> PlanMapping.goals(plan).stream());
        return RecordPages.of(goals, search.statuses(), search.ids(), search.lastUpdated(), search.page());
    }
}
