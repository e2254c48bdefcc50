package care.iop.progress.fhir;

import care.iop.chassis.consent.DataClass;
import care.iop.chassis.fhir.UsCore;

/** The FHIR types that are told here, and the part of the record that a consent has to name for each. */
enum Told {
    OBSERVATION("Observation", UsCore.SCREENING_ASSESSMENT, DataClass.MEASURES),
    QUESTIONNAIRE_RESPONSE("QuestionnaireResponse", UsCore.QUESTIONNAIRE_RESPONSE, DataClass.MEASURES),
    GOAL("Goal", UsCore.GOAL, DataClass.PLAN_OF_CARE),
    CARE_PLAN("CarePlan", UsCore.CARE_PLAN, DataClass.PLAN_OF_CARE);

    private final String type;
    private final String profile;
    private final DataClass dataClass;

    Told(String type, String profile, DataClass dataClass) {
        this.type = type;
        this.profile = profile;
        this.dataClass = dataClass;
    }

    String type() {
        return type;
    }

    String profile() {
        return profile;
    }

    DataClass dataClass() {
        return dataClass;
    }
}
