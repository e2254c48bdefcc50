package care.iop.progress.fhir;

import care.iop.chassis.testing.fhir.Hospital;
import care.iop.progress.Database;
import java.util.List;

/** The hospital of each organization, which reads results and plans. */
final class Machines {

    private Machines() {}

    static Hospital hospital(Database database, String organization) {
        return new Hospital(
                organization,
                List.of(
                        "system/Observation.rs",
                        "system/QuestionnaireResponse.rs",
                        "system/QuestionnaireResponse.c",
                        "system/Goal.rs",
                        "system/CarePlan.rs"),
                List.of("MEASURES", "PLAN_OF_CARE"),
                database::awaitHandled);
    }
}
