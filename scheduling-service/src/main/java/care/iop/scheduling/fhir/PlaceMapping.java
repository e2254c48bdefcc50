package care.iop.scheduling.fhir;

import care.iop.chassis.fhir.OpenRecord;
import care.iop.scheduling.clinician.Clinician;
import care.iop.scheduling.clinician.Credential;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.Site;
import care.iop.scheduling.program.TimeWindow;
import care.iop.scheduling.program.TrackHours;
import care.iop.scheduling.room.Room;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.HealthcareService.HealthcareServiceAvailableTimeComponent;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationMode;
import org.hl7.fhir.r4.model.Location.LocationStatus;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.PractitionerRole.DaysOfWeek;
import org.hl7.fhir.r4.model.PractitionerRole.PractitionerRoleAvailableTimeComponent;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Programs, their places and their clinicians as FHIR R4 says it: a program is a HealthcareService, its own site a Location of the
 * same identifier; further sites are Locations, and rooms are Locations that are part of one. A clinician is told by the
 * PractitionerRole that they have in the program.
 */
final class PlaceMapping {

    private static final String SYSTEM = "urn:care:iop:scheduling:";
    private static final String PHYSICAL_TYPE = "http://terminology.hl7.org/CodeSystem/location-physical-type";

    private PlaceMapping() {}

    static OpenRecord service(Program program) {
        return new OpenRecord(
                program.id().toString(),
                Long.toString(program.changedAt().toEpochMilli()),
                "active",
                program.changedAt(),
                () -> {
                    var service = new HealthcareService();
                    service.setActive(true);
                    service.setName(program.name());
                    service.addType(new CodeableConcept().setText("Intensive outpatient program"));
                    service.setAppointmentRequired(true);
                    service.addLocation(site(program.id(), program.name()));
                    program.sites().forEach(further -> service.addLocation(site(further.id(), further.name())));
                    program.tracks().forEach(hours -> {
                        service.addCharacteristic(concept("track", hours.track().name()));
                        service.addAvailableTime(hours(hours));
                    });
                    return service;
                });
    }

    private static HealthcareServiceAvailableTimeComponent hours(TrackHours hours) {
        return new HealthcareServiceAvailableTimeComponent()
                .setAvailableStartTime(time(hours.from()))
                .setAvailableEndTime(time(hours.until()));
    }

    /** Where a program is: its own site, the further ones, and their rooms. */
    static Stream<OpenRecord> places(Program program, Stream<Room> rooms, LocalDate today) {
        return Stream.concat(
                Stream.concat(
                        Stream.of(ownSite(program)),
                        program.sites().stream().map(further -> furtherSite(program, further))),
                rooms.map(room -> room(program, room, today)));
    }

    private static OpenRecord ownSite(Program program) {
        return place(program, program.id(), program.name(), "si", null, true);
    }

    private static OpenRecord furtherSite(Program program, Site further) {
        return place(program, further.id(), further.name(), "si", program.id(), true);
    }

    static OpenRecord room(Program program, Room room, LocalDate today) {
        var active = room.isInUseOn(today);
        return new OpenRecord(
                room.id().toString(),
                room.changedAt().toEpochMilli() + (active ? "" : "-inactive"),
                status(active).toCode(),
                room.changedAt(),
                () -> location(room.name(), "ro", room.siteId().orElse(program.id()), active));
    }

    private static OpenRecord place(
            Program program, UUID id, String name, String kind, @Nullable UUID partOf, boolean active) {
        return new OpenRecord(
                id.toString(),
                Long.toString(program.changedAt().toEpochMilli()),
                status(active).toCode(),
                program.changedAt(),
                () -> location(name, kind, partOf, active));
    }

    private static Location location(String name, String kind, @Nullable UUID partOf, boolean active) {
        var location = new Location();
        location.setStatus(status(active));
        location.setMode(LocationMode.INSTANCE);
        location.setName(name);
        location.setPhysicalType(
                new CodeableConcept().addCoding(new Coding(PHYSICAL_TYPE, kind, kind.equals("ro") ? "Room" : "Site")));
        if (partOf != null) {
            location.setPartOf(new Reference("Location/" + partOf));
        }
        return location;
    }

    private static LocationStatus status(boolean active) {
        return active ? LocationStatus.ACTIVE : LocationStatus.INACTIVE;
    }

    /** What a clinician does in their program; by name, because a clinician is no record of its own here. */
    static OpenRecord role(Clinician clinician, LocalDate today) {
        var active = clinician.isActiveOn(today);
        return new OpenRecord(
                clinician.id().toString(),
                clinician.changedAt().toEpochMilli() + (active ? "" : "-inactive"),
                Boolean.toString(active),
                clinician.changedAt(),
                () -> {
                    var role = new PractitionerRole();
                    role.setActive(active);
                    role.setPractitioner(new Reference().setDisplay(clinician.name()));
                    clinician.credentials().stream()
                            .map(Credential::name)
                            .sorted()
                            .forEach(name -> role.addCode(concept("credential", name)));
                    role.addHealthcareService(new Reference("HealthcareService/" + clinician.programId()));
                    clinician.workingHours().forEach(window -> role.addAvailableTime(hours(window)));
                    return role;
                });
    }

    private static PractitionerRoleAvailableTimeComponent hours(TimeWindow window) {
        var hours = new PractitionerRoleAvailableTimeComponent();
        hours.addDaysOfWeek(
                DaysOfWeek.fromCode(window.day().name().substring(0, 3).toLowerCase(Locale.ROOT)));
        hours.setAvailableStartTime(time(window.from()));
        hours.setAvailableEndTime(window.until().equals(LocalTime.MIDNIGHT) ? "23:59:59" : time(window.until()));
        return hours;
    }

    private static Reference site(UUID id, String name) {
        return new Reference("Location/" + id).setDisplay(name);
    }

    static CodeableConcept concept(String kind, String code) {
        return new CodeableConcept()
                .addCoding(new Coding().setSystem(SYSTEM + kind).setCode(code));
    }

    private static String time(LocalTime time) {
        return time + ":00";
    }
}
