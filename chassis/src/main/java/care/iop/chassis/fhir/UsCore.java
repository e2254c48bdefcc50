package care.iop.chassis.fhir;

/** The profiles of US Core 6.1.0 that resources here hold to. */
public final class UsCore {

    private static final String BASE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";

    public static final String CARE_PLAN = BASE + "careplan";
    public static final String ENCOUNTER = BASE + "encounter";
    public static final String GOAL = BASE + "goal";
    public static final String LOCATION = BASE + "location";
    public static final String PATIENT = BASE + "patient";
    public static final String QUESTIONNAIRE_RESPONSE = BASE + "questionnaireresponse";
    public static final String SCREENING_ASSESSMENT = BASE + "observation-screening-assessment";
    public static final String SERVICE_REQUEST = BASE + "servicerequest";

    private UsCore() {}
}
