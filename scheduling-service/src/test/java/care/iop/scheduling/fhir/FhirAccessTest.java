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
                Map.of(
                        "readAppointment", reads("Appointment"),
                        "searchAppointments", searches("Appointment"),
                        "searchAppointmentsByPost", searches("Appointment"),
                        "readEncounter", reads("Encounter"),
                        "searchEncounters", searches("Encounter"),
                        "searchEncountersByPost", searches("Encounter")));
    }
}
