package care.iop.intake.fhir;

import care.iop.chassis.fhir.UnusableResourceException;
import care.iop.intake.person.PrivateText;
import care.iop.intake.referral.Urgency;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;

/** A FHIR ServiceRequest as a referral. */
final class ServiceRequestMapping {

    /** SNOMED CT: patient referral. */
    private static final String PATIENT_REFERRAL = "3457005";

    private ServiceRequestMapping() {}

    /** What the sender asks for. */
    record Mapped(
            Urgency urgency,
            @Nullable PrivateText reason,
            @Nullable LocalDate desiredStartOn) {}

    /** Whether it asks for a person to be taken in: by its category, or because it has none. Laboratory orders do not. */
    static boolean isReferral(JsonNode serviceRequest) {
        var categories = serviceRequest.path("category");
        if (categories.isEmpty()) {
            return true;
        }
        for (var category : categories) {
            for (var coding : category.path("coding")) {
                if (PATIENT_REFERRAL.equals(coding.path("code").asText())) {
                    return true;
                }
            }
        }
        return false;
    }

    static Mapped map(ServiceRequest request, SubjectReferences subject, LocalDate today) {
        subject.require(request.getSubject(), "subject");
        if (request.getStatus() != ServiceRequestStatus.ACTIVE) {
            throw new UnusableResourceException(
                    "status", "must be active: other requests are not received as referrals");
        }
        var reason = reason(request);
        reason.flatMap(words -> words.fault(today)).ifPresent(fault -> {
            throw new UnusableResourceException("reasonCode", fault + ", taken together with the notes");
        });
        return new Mapped(urgency(request), reason.orElse(null), desiredStartOn(request, today));
    }

    private static Urgency urgency(ServiceRequest request) {
        if (!request.hasPriority()) {
            return Urgency.ROUTINE;
        }
        return switch (request.getPriority()) {
            case ROUTINE, NULL -> Urgency.ROUTINE;
            case URGENT, ASAP -> Urgency.URGENT;
            case STAT -> Urgency.EMERGENT;
        };
    }

    private static Optional<PrivateText> reason(ServiceRequest request) {
        var words = Stream.concat(
                        request.getReasonCode().stream().map(ServiceRequestMapping::words),
                        request.getNote().stream().map(note -> note.hasText() ? note.getText() : ""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
        return words.isEmpty() ? Optional.empty() : Optional.of(new PrivateText(words));
    }

    private static String words(CodeableConcept concept) {
        if (concept.hasText()) {
            return concept.getText();
        }
        return concept.getCoding().stream()
                .filter(coding -> coding.hasDisplay() || coding.hasCode())
                .map(coding -> coding.hasDisplay() ? coding.getDisplay() : coding.getCode())
                .findFirst()
                .orElse("");
    }

    private static @Nullable LocalDate desiredStartOn(ServiceRequest request, LocalDate today) {
        var element = request.hasOccurrencePeriod()
                ? request.getOccurrencePeriod().getStartElement()
                : request.hasOccurrenceDateTimeType() ? request.getOccurrenceDateTimeType() : null;
        if (element == null) {
            return null;
        }
        var day = FhirDates.day(element);
        if (day.isPresent()
                && (day.get().isBefore(today.minusYears(1)) || day.get().isAfter(today.plusYears(1)))) {
            throw new UnusableResourceException("occurrence", "must begin within a year of today");
        }
        return day.orElse(null);
    }
}
