package care.iop.scheduling.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.FhirAddress;
import care.iop.chassis.fhir.FhirR4;
import care.iop.chassis.fhir.StrictFhir;
import care.iop.chassis.http.ETags;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.booking.BookSession;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.BookingOutcome;
import care.iop.scheduling.booking.BookingRefusal;
import care.iop.scheduling.booking.BookingRequest;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.booking.CancelBooking;
import care.iop.scheduling.booking.CancellationRequest;
import care.iop.scheduling.booking.Scope;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.fhir.AppointmentReading.CancellationAsked;
import care.iop.scheduling.fhir.AppointmentReading.SeatAsked;
import care.iop.scheduling.patient.CurrentPatient;
import care.iop.scheduling.session.AllSessionSeries;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Appointment;
import org.jspecify.annotations.Nullable;

/**
 * Books and cancels for machines that a consent in force covers. Whoever is not covered reads as absent, before anything else is
 * looked at: what stands in the way of a booking tells of the person, too.
 */
@ApplicationScoped
class BookAppointments {

    private static final int MOST_BYTES = 64 * 1024;

    private final StrictFhir strict;
    private final FhirR4 fhir;
    private final TellBookings tellBookings;
    private final BookSession bookSession;
    private final CancelBooking cancelBooking;
    private final Bookings bookings;
    private final Enrollments enrollments;
    private final AllSessionSeries allSeries;
    private final CurrentPatient patients;

    BookAppointments(
            StrictFhir strict,
            FhirR4 fhir,
            TellBookings tellBookings,
            BookSession bookSession,
            CancelBooking cancelBooking,
            Bookings bookings,
            Enrollments enrollments,
            AllSessionSeries allSeries,
            CurrentPatient patients) {
        this.strict = strict;
        this.fhir = fhir;
        this.tellBookings = tellBookings;
        this.bookSession = bookSession;
        this.cancelBooking = cancelBooking;
        this.bookings = bookings;
        this.enrollments = enrollments;
        this.allSeries = allSeries;
        this.patients = patients;
    }

    /** Books a seat; the same one again is answered with the booking that is there. */
    Response book(byte[] body, UriInfo uri) {
        var asked = strict.take(Appointment.class, body, MOST_BYTES, AppointmentReading::seat);
        var notice = tellBookings
                .noticeFor(BookingType.APPOINTMENT, asked.patientId())
                .orElseThrow(() ->
                        refused("participant[0].actor", "must be a patient who is known here and consents to it"));
        var booked = BookingRefusal.againAfterARace(() -> inTransaction(() -> seat(asked)));
        var location = FhirAddress.of(
                        uri, BookingType.APPOINTMENT.name(), booked.id().toString())
                .build();
        return answer(
                booked.isNew() ? Response.created(location) : Response.ok().location(location), booked.id(), notice);
    }

    /** A booking, and whether it was made for this request. */
    private record Seated(UUID id, boolean isNew) {}

    private Seated seat(SeatAsked asked) {
        var series = allSeries
                .findByIdOptional(asked.slot().seriesId())
                .orElseThrow(() -> refused("slot[0]", "must be a Slot that there is"));
        var patient = patients.of(asked.patientId());
        var there = bookings.inMeeting(patient, series.id(), asked.slot().on());
        var booking = there.orElseGet(() -> {
            var enrollment = enrollments
                    .activeOf(patient, series.programId())
                    .orElseThrow(() -> new ProblemException(
                            SchedulingProblem.ENROLLMENT_NOT_ACTIVE,
                            "The patient is not in treatment in the program of this Slot."));
            return bookSession.book(new BookingRequest(
                    enrollment.id(), series.id(), null, asked.slot().on(), null));
        });
        requireTime(asked.start(), asked.end(), booking);
        return new Seated(booking.id(), there.isEmpty());
    }

    private static void requireTime(@Nullable Date start, @Nullable Date end, Booking booking) {
        if (AppointmentReading.differs(start, booking.time().startsAt())) {
            throw refused(
                    "start", "must be absent, or as it is: " + booking.time().startsAt());
        }
        if (AppointmentReading.differs(end, booking.time().endsAt())) {
            throw refused(
                    "end", "must be absent, or as it is: " + booking.time().endsAt());
        }
    }

    /** Gives a seat up; one that is given up already is answered as it is. */
    Response cancel(String id, byte[] body, @Nullable String ifMatch) {
        var asked = strict.take(
                Appointment.class, body, MOST_BYTES, appointment -> AppointmentReading.cancellation(id, appointment));
        var notice = tellBookings.noticeFor(BookingType.APPOINTMENT, id);
        var uuid = UUID.fromString(id);
        BookingRefusal.againAfterARace(() -> inTransaction(() -> {
            giveUp(asked, uuid, version(ifMatch, asked));
            return uuid;
        }));
        return answer(Response.ok(), uuid, notice);
    }

    private void giveUp(CancellationAsked asked, UUID id, @Nullable String version) {
        var booking = bookings.require(id);
        requireTime(asked.start(), asked.end(), booking);
        if (asked.patientId() != null && !patients.of(asked.patientId()).equals(booking.patientId())) {
            throw refused("participant[0].actor", "must be the patient whose appointment it is");
        }
        if (booking.outcome() != BookingOutcome.CANCELLED) {
            cancelBooking.cancel(id, version, new CancellationRequest(asked.reason(), false, Scope.ONE));
        }
    }

    /** The version that the caller has read: of the header, else of the resource itself. */
    private static @Nullable String version(@Nullable String ifMatch, CancellationAsked asked) {
        if (ifMatch != null) {
            return ifMatch.replace("W/", "");
        }
        return asked.version() == null ? null : '"' + asked.version() + '"';
    }

    private Response answer(Response.ResponseBuilder response, UUID id, Notice notice) {
        return inTransaction(() -> {
            var booking = bookings.require(id);
            return response.entity(fhir.write(AppointmentMapping.appointment(booking, notice)))
                    .header("ETag", "W/" + ETags.of(booking.version()))
                    .lastModified(Date.from(booking.changedAt()))
                    .build();
        });
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    private static ProblemException refused(String element, String fault) {
        return new ProblemException(
                CommonProblem.INVALID_VALUE,
                "The resource can't be taken.",
                List.of(new FieldProblem("Appointment." + element, fault)));
    }
}
