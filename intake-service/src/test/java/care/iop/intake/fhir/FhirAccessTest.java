package care.iop.intake.fhir;

import care.iop.chassis.testing.fhir.FhirAccessTests;
import care.iop.intake.ServiceTest;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which machines get in where persons are told of; AccessTest is about the rest. */
@ServiceTest
public class FhirAccessTest extends FhirAccessTests {

    /** The types of persons, and what is open to everybody. */
    public static final Pattern ABOUT = Pattern.compile(
            "/intake/fhir/((Patient|ServiceRequest|Task|EpisodeOfCare|Coverage|Consent|Subscription)(/.*)?|suite/.*|metadata|\\.well-known/.*)");

    FhirAccessTest() {
        super(
                "/intake",
                Map.ofEntries(
                        Map.entry("readPatient", reads("Patient")),
                        Map.entry("searchPatients", searches("Patient")),
                        Map.entry("searchPatientsByPost", searches("Patient")),
                        Map.entry("readServiceRequest", reads("ServiceRequest")),
                        Map.entry("createServiceRequest", creates("ServiceRequest")),
                        Map.entry("searchServiceRequests", searches("ServiceRequest")),
                        Map.entry("searchServiceRequestsByPost", searches("ServiceRequest")),
                        Map.entry(
                                "readReferralTask",
                                Set.of("system/Task.r", "system/Task.rs", "system/ServiceRequest.r")),
                        Map.entry("searchTasks", searches("Task")),
                        Map.entry("searchTasksByPost", searches("Task")),
                        Map.entry("readEpisodeOfCare", reads("EpisodeOfCare")),
                        Map.entry("searchEpisodesOfCare", searches("EpisodeOfCare")),
                        Map.entry("searchEpisodesOfCareByPost", searches("EpisodeOfCare")),
                        Map.entry("readSubscription", reads("Subscription")),
                        Map.entry("catchUpWithEvents", reads("Subscription")),
                        Map.entry("readConsent", reads("Consent")),
                        Map.entry("searchConsents", searches("Consent")),
                        Map.entry("searchConsentsByPost", searches("Consent")),
                        Map.entry("readCoverage", reads("Coverage")),
                        Map.entry("searchCoverages", searches("Coverage")),
                        Map.entry("searchCoveragesByPost", searches("Coverage"))));
    }

    @Override
    protected Set<String> open() {
        return Set.of(
                "readCapabilities", "readSmartConfiguration", "readSuiteCapabilities", "readSuiteSmartConfiguration");
    }

    @Override
    protected boolean isAbout(String path) {
        return ABOUT.matcher(path).matches();
    }
}
