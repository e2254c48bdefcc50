package care.iop.progress.fhir;

import care.iop.chassis.testing.fhir.FhirAccessTests;
import care.iop.progress.ServiceTest;
import java.util.Map;

/** Who gets in at the FHIR face. */
@ServiceTest
class FhirAccessTest extends FhirAccessTests {

    FhirAccessTest() {
        super(
                "/progress",
                Map.ofEntries(
                        Map.entry("readObservation", reads("Observation")),
                        Map.entry("searchObservations", searches("Observation")),
                        Map.entry("searchObservationsByPost", searches("Observation")),
                        Map.entry("readQuestionnaireResponse", reads("QuestionnaireResponse")),
                        Map.entry("searchQuestionnaireResponses", searches("QuestionnaireResponse")),
                        Map.entry("searchQuestionnaireResponsesByPost", searches("QuestionnaireResponse")),
                        Map.entry("createQuestionnaireResponse", creates("QuestionnaireResponse")),
                        Map.entry("readGoal", reads("Goal")),
                        Map.entry("searchGoals", searches("Goal")),
                        Map.entry("searchGoalsByPost", searches("Goal")),
                        Map.entry("readCarePlan", reads("CarePlan")),
                        Map.entry("searchCarePlans", searches("CarePlan")),
                        Map.entry("searchCarePlansByPost", searches("CarePlan"))));
    }
}
