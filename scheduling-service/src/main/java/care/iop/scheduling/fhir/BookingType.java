package care.iop.scheduling.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.BookingOutcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Resource;

/**
 * A FHIR type that bookings are told as.
 *
 * @param name the type
 * @param kindParameter the search parameter of the kind of session
 * @param statuses the status of each outcome that is told as this type
 * @param mapping makes the resource, with the notice that goes with it
 */
record BookingType(
        String name,
        String kindParameter,
        Map<BookingOutcome, String> statuses,
        BiFunction<Booking, Notice, Resource> mapping) {

    /** All bookings but holds. */
    static final BookingType APPOINTMENT = new BookingType(
            "Appointment",
            "service-type",
            Map.of(
                    BookingOutcome.BOOKED, AppointmentStatus.BOOKED.toCode(),
                    BookingOutcome.FULFILLED, AppointmentStatus.FULFILLED.toCode(),
                    BookingOutcome.MISSED, AppointmentStatus.NOSHOW.toCode(),
                    BookingOutcome.CANCELLED, AppointmentStatus.CANCELLED.toCode()),
            AppointmentMapping::appointment);

    /** Those that the client came to. */
    static final BookingType ENCOUNTER = new BookingType(
            "Encounter",
            "type",
            Map.of(BookingOutcome.FULFILLED, EncounterStatus.FINISHED.toCode()),
            EncounterMapping::encounter);

    BookingType {
        statuses = Map.copyOf(new EnumMap<>(statuses));
    }

    /** The outcomes that are told as this type. */
    Set<BookingOutcome> outcomes() {
        return statuses.keySet();
    }
}
