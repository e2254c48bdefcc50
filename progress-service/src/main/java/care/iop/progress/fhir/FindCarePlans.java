package care.iop.progress.fhir;

import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.RecordPages;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.progress.plan.PlansOfCare;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds plans. A person has so few that they are read at once. */
@ApplicationScoped
class FindCarePlans {

    private final PlansOfCare plans;

    FindCarePlans(PlansOfCare plans) {
        this.plans = plans;
    }

    Optional<FhirRecord> byId(String text) {
        var id = SearchParameters.uuid(text);
        return id == null ? Optional.empty() : plans.find(id).map(PlanMapping::carePlan);
    }

    List<FhirRecord> of(UUID patientId, CarePlanSearch search) {
        var found = plans.of(patientId).stream().map(PlanMapping::carePlan);
        return RecordPages.of(found, search.statuses(), search.ids(), search.lastUpdated(), search.page());
    }
}
