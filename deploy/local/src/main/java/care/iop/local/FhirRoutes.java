package care.iop.local;

import java.util.Map;

/** The FHIR base of all services at the origin, {@code /fhir}: which service knows which type, and where it is there. */
final class FhirRoutes {
    static final String PATH = "/fhir";

    private static final String SUITE = "/intake/fhir/suite";

    private static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("Patient", "intake"),
            Map.entry("ServiceRequest", "intake"),
            Map.entry("Task", "intake"),
            Map.entry("Coverage", "intake"),
            Map.entry("CoverageEligibilityResponse", "intake"),
            Map.entry("Consent", "intake"),
            Map.entry("EpisodeOfCare", "intake"),
            Map.entry("Subscription", "intake"),
            Map.entry("HealthcareService", "scheduling"),
            Map.entry("Location", "scheduling"),
            Map.entry("PractitionerRole", "scheduling"),
            Map.entry("Slot", "scheduling"),
            Map.entry("Appointment", "scheduling"),
            Map.entry("Encounter", "scheduling"),
            Map.entry("Observation", "progress"),
            Map.entry("QuestionnaireResponse", "progress"),
            Map.entry("Goal", "progress"),
            Map.entry("CarePlan", "progress"));

    private FhirRoutes() {}

    /** The types that are passed on, each with its service. */
    static Map<String, String> services() {
        return SERVICES;
    }

    /** Where a path or address goes; one that is not of the base stays as it is. */
    static String passedOn(String address) {
        if (!address.startsWith(PATH)) {
            return address;
        }
        String below = address.substring(PATH.length());
        if (below.isEmpty() || below.equals("/")) {
            return "/intake" + PATH;
        }
        if (!below.startsWith("/")) {
            return address;
        }
        String first = below.substring(1).split("[/?]", 2)[0];
        if (first.equals("metadata") || first.equals(".well-known")) {
            return SUITE + below;
        }
        String service = SERVICES.get(first);
        return service == null ? address : "/" + service + address;
    }
}
