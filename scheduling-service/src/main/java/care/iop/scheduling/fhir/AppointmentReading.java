package care.iop.scheduling.fhir;

import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.UnusableResourceException;
import care.iop.scheduling.booking.CancellationReason;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Property;
import org.jspecify.annotations.Nullable;

/** Reads what a machine asks for by an Appointment: a seat, or that one is given up. What would be lost is refused. */
final class AppointmentReading {

    private static final Set<String> KEPT =
            Set.of("id", "meta", "status", "slot", "start", "end", "minutesDuration", "participant", "serviceType");

    private static final Set<String> READ_BEFORE = Set.of("comment", "cancelationReason");

    private static final UUID NOBODY = new UUID(0, 0);

    private AppointmentReading() {}

    /** A seat for a patient in a meeting. */
    record SeatAsked(
            UUID patientId,
            SlotId slot,
            @Nullable Date start,
            @Nullable Date end) {}

    /** That a seat is given up. */
    record CancellationAsked(
            String id,
            @Nullable UUID patientId,
            @Nullable String version,
            CancellationReason reason,
            @Nullable Date start,
            @Nullable Date end) {}

    /** Reads what a seat is asked for with. */
    static SeatAsked seat(Appointment appointment) {
        requireNothingElse(appointment, Set.of());
        if (appointment.getStatus() != AppointmentStatus.BOOKED) {
            throw new UnusableResourceException("status", "must be booked: a seat is booked at once or not at all");
        }
        if (appointment.getSlot().size() != 1) {
            throw new UnusableResourceException("slot", "must be one Slot, found by a search for free ones");
        }
        var slot = appointment.getSlotFirstRep().getReferenceElement();
        var id = "Slot".equals(slot.getResourceType()) ? SlotId.of(slot.getIdPart()) : Optional.<SlotId>empty();
        return new SeatAsked(
                patient(appointment).orElseThrow(AppointmentReading::noPatient),
                id.orElseThrow(() -> new UnusableResourceException("slot[0]", "must be Slot/ and its identifier")),
                appointment.getStart(),
                appointment.getEnd());
    }

    private static UnusableResourceException noPatient() {
        return new UnusableResourceException("participant", "must be one, with Patient/ and the identifier as actor");
    }

    private static Optional<UUID> patient(Appointment appointment) {
        if (!appointment.hasParticipant()) {
            return Optional.empty();
        }
        var actor = appointment.getParticipantFirstRep().getActor().getReferenceElement();
        if (appointment.getParticipant().size() > 1 || !"Patient".equals(actor.getResourceType())) {
            throw noPatient();
        }
        var named = SearchParameters.uuid(actor.getIdPart());
        return Optional.of(named == null ? NOBODY : named);
    }

    /** Reads that a seat is given up: the Appointment as it was read, with the status cancelled. */
    static CancellationAsked cancellation(String id, Appointment appointment) {
        requireNothingElse(appointment, READ_BEFORE);
        if (!id.equals(appointment.getIdElement().getIdPart())) {
            throw new UnusableResourceException("id", "must be the identifier of the address");
        }
        if (appointment.getStatus() != AppointmentStatus.CANCELLED) {
            throw new UnusableResourceException(
                    "status", "must be cancelled: nothing else of an appointment can be changed here");
        }
        return new CancellationAsked(
                id,
                patient(appointment).orElse(null),
                appointment.getMeta().getVersionId(),
                reason(appointment),
                appointment.getStart(),
                appointment.getEnd());
    }

    private static CancellationReason reason(Appointment appointment) {
        if (!appointment.hasCancelationReason()) {
            return CancellationReason.CLIENT_REQUEST;
        }
        var code = appointment.getCancelationReason().getCodingFirstRep().getCode();
        if (code != null && (code.equals("pat") || code.startsWith("pat-"))) {
            return CancellationReason.CLIENT_REQUEST;
        }
        if (code != null && (code.equals("prov") || code.startsWith("prov-"))) {
            return CancellationReason.PROGRAM_CHANGE;
        }
        throw new UnusableResourceException(
                "cancelationReason",
                "must be absent or a code of http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason"
                        + " that begins with pat or prov");
    }

    private static void requireNothingElse(Appointment appointment, Set<String> also) {
        for (Property property : appointment.children()) {
            if (property.hasValues() && !KEPT.contains(property.getName()) && !also.contains(property.getName())) {
                throw new UnusableResourceException(property.getName(), "is not kept here; leave it out");
            }
        }
    }

    /** Whether a time that was given differs from the one that is kept. */
    static boolean differs(@Nullable Date given, Instant kept) {
        return given != null && !given.toInstant().equals(kept);
    }
}
