package care.iop.intake.fhir;

import care.iop.chassis.fhir.UsCore;
import care.iop.intake.directory.DirectoryProgramView;
import java.util.Collection;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationMode;
import org.hl7.fhir.r4.model.Location.LocationStatus;
import org.hl7.fhir.r4.model.Reference;

/** A program of the directory as FHIR says it: what it does is a HealthcareService, where it is a Location of the same id. */
final class DirectoryMapping {

    /** The directory's own codes, one system for each kind. */
    private static final String SYSTEM = "urn:care:iop:directory:";

    static final String LEVEL_SYSTEM = SYSTEM + "level-of-care";

    private DirectoryMapping() {}

    static HealthcareService service(DirectoryProgramView program) {
        var service = new HealthcareService();
        service.setId(program.id().toString());
        service.getMeta().setLastUpdated(Date.from(program.changedAt()));
        service.addIdentifier().setValue(program.externalId());
        service.setActive(program.listed());
        service.setName(program.name());
        service.addLocation(new Reference("Location/" + program.id()).setDisplay(program.name()));
        add(service, "level-of-care", program.levels());
        add(service, "track", program.tracks());
        add(service, "payer", program.payers());
        add(service, "special-group", program.specialGroups());
        add(service, "opioid-use-disorder-medication", program.medications());
        add(service, "accreditation", program.accreditations());
        if (program.telehealth()) {
            service.addCharacteristic(concept("feature", "telehealth"));
        }
        if (program.slidingFee()) {
            service.addCharacteristic(concept("feature", "sliding-fee"));
        }
        program.languages()
                .forEach(tag -> service.addCommunication(
                        new CodeableConcept().addCoding(new Coding("urn:ietf:bcp:47", tag, null))));
        if (program.hours() != null) {
            service.setExtraDetails(program.hours());
        }
        if (program.phone() != null) {
            service.addTelecom(phone(program.phone()));
        }
        if (program.website() != null) {
            service.addTelecom(
                    new ContactPoint().setSystem(ContactPointSystem.URL).setValue(program.website()));
        }
        return service;
    }

    static Location location(DirectoryProgramView program) {
        var location = new Location();
        location.setId(program.id().toString());
        location.getMeta().setLastUpdated(Date.from(program.changedAt())).addProfile(UsCore.profile("location"));
        location.setStatus(program.listed() ? LocationStatus.ACTIVE : LocationStatus.INACTIVE);
        location.setMode(LocationMode.INSTANCE);
        location.setName(program.name());
        location.getPosition().setLatitude(program.latitude()).setLongitude(program.longitude());
        if (program.phone() != null) {
            location.addTelecom(phone(program.phone()));
        }
        if (program.street() != null) {
            location.getAddress().addLine(program.street());
        }
        if (program.city() != null) {
            location.getAddress().setCity(program.city());
        }
        if (program.state() != null) {
            location.getAddress().setState(program.state());
        }
        if (program.postalCode() != null) {
            location.getAddress().setPostalCode(program.postalCode());
        }
        return location;
    }

    private static ContactPoint phone(String number) {
        return new ContactPoint().setSystem(ContactPointSystem.PHONE).setValue(number);
    }

    private static void add(HealthcareService service, String kind, Collection<String> codes) {
        codes.forEach(code -> service.addCharacteristic(concept(kind, code)));
    }

    private static CodeableConcept concept(String kind, String code) {
        return new CodeableConcept().addCoding(new Coding(SYSTEM + kind, code, null));
    }
}
