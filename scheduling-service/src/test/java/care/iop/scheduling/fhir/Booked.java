package care.iop.scheduling.fhir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Appointments as an EHR asks for them. */
final class Booked {

    private Booked() {}

    /** A seat for a patient in a Slot. */
    static Map<String, Object> appointment(String slot, UUID patientId) {
        return new HashMap<>(Map.of(
                "resourceType",
                "Appointment",
                "status",
                "booked",
                "slot",
                List.of(Map.of("reference", "Slot/" + slot)),
                "participant",
                List.of(Map.of("actor", Map.of("reference", "Patient/" + patientId), "status", "accepted"))));
    }
}
