package care.iop.scheduling.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.SecurityLabels;
import care.iop.scheduling.booking.Booking;
import java.util.Date;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;

/** A booking as an Appointment of FHIR R4. Others in the session, clinicians and rooms are not told. */
final class AppointmentMapping {

    /** The kinds of sessions, as the suite names them. */
    static final String KIND_SYSTEM = "urn:care:iop:scheduling:session-kind";

    private AppointmentMapping() {}

    /** The booking with its labels and the notice that has to go with it. */
    static Appointment appointment(Booking booking, Notice notice) {
        var appointment = new Appointment();
        appointment.setId(booking.id().toString());
        appointment
                .getMeta()
                .setVersionId(Long.toString(booking.version()))
                .setLastUpdated(Date.from(booking.changedAt()));
        SecurityLabels.label(appointment.getMeta());
        appointment.setStatus(
                AppointmentStatus.fromCode(BookingType.APPOINTMENT.statuses().get(booking.outcome())));
        appointment.addServiceType(new CodeableConcept()
                .addCoding(new Coding()
                        .setSystem(KIND_SYSTEM)
                        .setCode(booking.kind().name())));
        var time = booking.time();
        appointment.setStart(Date.from(time.startsAt()));
        appointment.setEnd(Date.from(time.endsAt()));
        appointment.setMinutesDuration(time.plannedMinutes());
        appointment
                .addParticipant()
                .setActor(new Reference("Patient/" + booking.patientId()))
                .setStatus(ParticipationStatus.ACCEPTED);
        appointment.setComment(notice.text());
        return appointment;
    }
}
