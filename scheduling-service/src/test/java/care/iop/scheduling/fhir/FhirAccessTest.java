package care.iop.scheduling.fhir;

import care.iop.chassis.testing.fhir.FhirAccessTests;
import care.iop.scheduling.ServiceTest;
import java.util.Map;

/** Who gets in at the FHIR face. */
@ServiceTest
class FhirAccessTest extends FhirAccessTests {

    FhirAccessTest() {
        super(
                "/scheduling",
                Map.ofEntries(
                        Map.entry("readAppointment", reads("Appointment")),
                        Map.entry("searchAppointments", searches("Appointment")),
                        Map.entry("searchAppointmentsByPost", searches("Appointment")),
                        Map.entry("readEncounter", reads("Encounter")),
                        Map.entry("searchEncounters", searches("Encounter")),
                        Map.entry("searchEncountersByPost", searches("Encounter")),
                        Map.entry("readHealthcareService", reads("HealthcareService")),
                        Map.entry("searchHealthcareServices", searches("HealthcareService")),
                        Map.entry("searchHealthcareServicesByPost", searches("HealthcareService")),
                        Map.entry("readLocation", reads("Location")),
                        Map.entry("searchLocations", searches("Location")),
                        Map.entry("searchLocationsByPost", searches("Location")),
                        Map.entry("readPractitionerRole", reads("PractitionerRole")),
                        Map.entry("searchPractitionerRoles", searches("PractitionerRole")),
                        Map.entry("searchPractitionerRolesByPost", searches("PractitionerRole")),
                        Map.entry("readSlot", reads("Slot")),
                        Map.entry("searchSlots", searches("Slot")),
                        Map.entry("searchSlotsByPost", searches("Slot")),
                        Map.entry("createAppointment", creates("Appointment")),
                        Map.entry("updateAppointment", updates("Appointment"))));
    }
}
