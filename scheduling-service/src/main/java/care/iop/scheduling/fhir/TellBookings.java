package care.iop.scheduling.fhir;

import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.MachineDisclosures;
import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.FhirR4;
import care.iop.chassis.fhir.Searchset;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.patient.CurrentPatient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells machines of a person's bookings as one FHIR type or another. Whoever no consent covers reads as absent; a refusal is kept
 * by the commit, and only then it reads so.
 */
@ApplicationScoped
class TellBookings {

    private final Bookings bookings;
    private final Enrollments enrollments;
    private final CurrentPatient patients;
    private final MachineDisclosures disclosures;
    private final FhirR4 fhir;

    TellBookings(
            Bookings bookings,
            Enrollments enrollments,
            CurrentPatient patients,
            MachineDisclosures disclosures,
            FhirR4 fhir) {
        this.bookings = bookings;
        this.enrollments = enrollments;
        this.patients = patients;
        this.disclosures = disclosures;
        this.fhir = fhir;
    }

    /** One booking by its identifier; 404 when there is none, when it is none of this type, and when it may not be told. */
    Response read(BookingType type, String id, Request request) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    var booking = ofType(type, id);
                    return tell(type, booking.map(Booking::patientId), 1)
                            .flatMap(notice -> booking.map(found -> answer(type, found, notice, request)));
                })
                .orElseThrow(() -> ProblemException.notFound(type.name()));
    }

    private Optional<Booking> find(String id) {
        try {
            return bookings.findKept(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Response answer(BookingType type, Booking booking, Notice notice, Request request) {
        var tag = new EntityTag(Long.toString(booking.version()), true);
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged != null
                ? unchanged
                : Response.ok(fhir.write(type.mapping().apply(booking, notice)));
        return response.tag(tag).lastModified(Date.from(booking.changedAt())).build();
    }

    /** One page of a person's bookings of this type. */
    Response search(BookingType type, BookingSearch search, Searchset searchset) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var patient = patients.of(search.patientId());
            // For whoever is unknown the same work is done.
            var found = bookings.ofPerson(search.wanted(patient, type), search.page());
            var shown = found.subList(0, Math.min(found.size(), search.page().limit()));
            tell(type, Optional.of(patient).filter(enrollments::hasPatient), shown.size())
                    .ifPresent(notice -> {
                        for (var booking : shown) {
                            searchset.match(
                                    type.name(), booking.id(), type.mapping().apply(booking, notice));
                        }
                        if (found.size() > shown.size()) {
                            searchset.next(PageRequest.cursor(
                                    shown.get(shown.size() - 1).id()));
                        }
                    });
            return Response.ok(fhir.write(searchset.bundle())).build();
        });
    }

    /**
     * Whether the caller may be told of a patient's booking, before it is made: the notice to send with it, or empty when the
     * patient reads as absent.
     */
    Optional<Notice> noticeFor(BookingType type, UUID named) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var patient = patients.of(named);
            return tell(type, Optional.of(patient).filter(enrollments::hasPatient), 1);
        });
    }

    /** The notice to send with one booking; 404 when there is none, when it is none of this type, and when it may not be told. */
    Notice noticeFor(BookingType type, String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> tell(type, ofType(type, id).map(Booking::patientId), 1))
                .orElseThrow(() -> ProblemException.notFound(type.name()));
    }

    private Optional<Booking> ofType(BookingType type, String id) {
        return find(id).filter(found -> type.outcomes().contains(found.outcome()));
    }

    private Optional<Notice> tell(BookingType type, Optional<UUID> patientId, int count) {
        return disclosures.tell(
                patientId.map(patients::identifiersOf).orElse(List.of()), DataClass.ATTENDANCE, type.name(), count);
    }
}
