package care.iop.scheduling.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.SecurityLabels;
import care.iop.chassis.fhir.UsCore;
import care.iop.scheduling.booking.Booking;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Reference;

/** A session that the client came to, as an Encounter of FHIR R4. */
final class EncounterMapping {

    private EncounterMapping() {}

    /** The session with its labels and, as an extension, the notice that has to go with it. */
    static Encounter encounter(Booking booking, Notice notice) {
        var encounter = new Encounter();
        encounter.setId(booking.id().toString());
        encounter
                .getMeta()
                .setVersionId(Long.toString(booking.version()))
                .setLastUpdated(Date.from(booking.changedAt()))
                .addProfile(UsCore.profile("encounter"));
        SecurityLabels.label(encounter.getMeta());
        SecurityLabels.withNotice(encounter, notice);
        encounter.setStatus(EncounterStatus.FINISHED);
        encounter.setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", "ambulatory"));
        encounter.addType(new CodeableConcept()
                .addCoding(new Coding()
                        .setSystem(AppointmentMapping.KIND_SYSTEM)
                        .setCode(booking.kind().name())));
        encounter.setSubject(new Reference("Patient/" + booking.patientId()));
        encounter.addAppointment(new Reference("Appointment/" + booking.id()));
        var time = booking.time();
        encounter.getPeriod().setStart(Date.from(time.startsAt())).setEnd(Date.from(time.endsAt()));
        var length = new Duration();
        length.setValue(booking.deliveredMinutes());
        length.setUnit("min").setSystem("http://unitsofmeasure.org").setCode("min");
        encounter.setLength(length);
        return encounter;
    }
}
