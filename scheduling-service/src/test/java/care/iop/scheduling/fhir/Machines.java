package care.iop.scheduling.fhir;

import care.iop.chassis.testing.fhir.Hospital;
import care.iop.scheduling.Database;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The one EHR of each organization, and what intake tells of the consents that name it. */
final class Machines {

    private Machines() {}

    /** The organization's hospital, which reads appointments and sessions. */
    static Hospital hospital(Database database, String organization) {
        return hospital(organization, database::awaitHandled);
    }

    private static Hospital hospitalOf(String organization) {
        return hospital(organization, event -> {
            throw new AssertionError("nothing is awaited here");
        });
    }

    private static Hospital hospital(String organization, Consumer<UUID> awaitHandled) {
        return new Hospital(
                organization,
                List.of(
                        "system/Appointment.rs",
                        "system/Appointment.c",
                        "system/Appointment.u",
                        "system/Encounter.rs",
                        "system/Slot.rs"),
                List.of("ATTENDANCE"),
                awaitHandled);
    }

    /** The recipient that the organization's EHR belongs to. */
    static UUID hospital(String organization) {
        return hospitalOf(organization).recipientId();
    }

    static void register(Database database, String organization, boolean active) {
        hospital(database, organization).register(active);
    }

    static UUID consent(Database database, String organization, UUID patient) {
        return hospital(database, organization).consent(patient);
    }

    static Map<String, Object> terms(String organization, UUID consent, UUID patient, Map<String, Object> changes) {
        return hospitalOf(organization).terms(consent, patient, changes);
    }

    static void tell(
            Database database, String organization, String fact, UUID subject, long version, Map<String, Object> data) {
        hospital(database, organization).tell(fact, subject, version, data);
    }

    static UUID publish(String organization, String fact, UUID subject, long version, Map<String, Object> data) {
        return hospitalOf(organization).publish(fact, subject, version, data);
    }

    static RequestSpecification ehr(String organization) {
        return hospitalOf(organization).ehr();
    }
}
