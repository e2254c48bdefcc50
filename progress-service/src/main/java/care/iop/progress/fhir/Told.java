package care.iop.progress.fhir;

import care.iop.chassis.consent.DataClass;
import care.iop.chassis.fhir.ToldAs;
import care.iop.chassis.fhir.UsCore;

/** The FHIR types that are told here. */
final class Told {

    static final ToldAs OBSERVATION =
            ToldAs.of("Observation", UsCore.profile("observation-screening-assessment"), DataClass.MEASURES);
    static final ToldAs QUESTIONNAIRE_RESPONSE =
            ToldAs.of("QuestionnaireResponse", UsCore.profile("questionnaireresponse"), DataClass.MEASURES);
    static final ToldAs GOAL = ToldAs.of("Goal", UsCore.profile("goal"), DataClass.PLAN_OF_CARE);
    static final ToldAs CARE_PLAN = ToldAs.of("CarePlan", UsCore.profile("careplan"), DataClass.PLAN_OF_CARE);

    private Told() {}
}
