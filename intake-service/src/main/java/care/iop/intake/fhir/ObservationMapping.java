package care.iop.intake.fhir;

import care.iop.chassis.fhir.UnusableResourceException;
import care.iop.intake.person.DateOfBirth;
import care.iop.intake.screening.Instrument;
import care.iop.intake.screening.ScreeningResult.Measurement;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;

/** A FHIR Observation that holds the total of a screening instrument. A total is taken as it is or not at all. */
final class ObservationMapping {

    private static final String LOINC = "http://loinc.org";

    /** LOINC codes of total scores. 75626-2 is AUDIT-C; the total of the full AUDIT is 75624-7, often confused with it. */
    private static final Map<String, Instrument> TOTALS = Map.of(
            "75626-2", Instrument.AUDIT_C,
            "82667-7", Instrument.DAST_10,
            "55758-7", Instrument.PHQ_2,
            "44261-6", Instrument.PHQ_9,
            "70274-6", Instrument.GAD_7);

    private ObservationMapping() {}

    /** The instrument whose total an Observation states; empty for any other Observation. */
    static Optional<Instrument> instrument(JsonNode observation) {
        for (var coding : observation.path("code").path("coding")) {
            if (LOINC.equals(coding.path("system").asText())) {
                var instrument = TOTALS.get(coding.path("code").asText());
                if (instrument != null) {
                    return Optional.of(instrument);
                }
            }
        }
        return Optional.empty();
    }

    static Measurement map(
            Observation observation,
            Instrument instrument,
            SubjectReferences subject,
            DateOfBirth born,
            LocalDate today) {
        subject.require(observation.getSubject(), "subject");
        requireFinal(observation);
        var total = total(observation, instrument);
        var taken = taken(observation);
        var takenOn = FhirDates.day(taken)
                .orElseThrow(() -> new UnusableResourceException("effective", "must be known to the day"));
        // Where the sender is, tomorrow may have begun.
        if (takenOn.isBefore(born.value()) || takenOn.isAfter(today.plusDays(1))) {
            throw new UnusableResourceException("effective", "must lie between the birth of the person and now");
        }
        return new Measurement(
                instrument, total, takenOn, FhirDates.moment(taken).orElse(null));
    }

    private static void requireFinal(Observation observation) {
        var isFinal = observation.hasStatus()
                && switch (observation.getStatus()) {
                    case FINAL, AMENDED, CORRECTED -> true;
                    case REGISTERED, PRELIMINARY, CANCELLED, ENTEREDINERROR, UNKNOWN, NULL -> false;
                };
        if (!isFinal) {
            throw new UnusableResourceException("status", "must be final, amended or corrected");
        }
    }

    private static int total(Observation observation, Instrument instrument) {
        var total = whole(observation)
                .orElseThrow(() -> new UnusableResourceException("value", "must be a whole number without comparator"));
        if (!instrument.canGive(total)) {
            throw new UnusableResourceException(
                    "value", "must lie between 0 and " + instrument.highestTotal() + " for " + instrument);
        }
        return total;
    }

    private static Optional<Integer> whole(Observation observation) {
        if (observation.getValue() instanceof IntegerType integer && integer.hasValue()) {
            return Optional.of(integer.getValue());
        }
        if (observation.getValue() instanceof Quantity quantity && quantity.hasValue() && !quantity.hasComparator()) {
            try {
                return Optional.of(quantity.getValue().intValueExact());
            } catch (ArithmeticException notWholeOrTooLarge) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static BaseDateTimeType taken(Observation observation) {
        if (observation.getEffective() instanceof BaseDateTimeType time && time.hasValue()) {
            return time;
        }
        if (observation.hasEffectivePeriod() && observation.getEffectivePeriod().hasStart()) {
            return observation.getEffectivePeriod().getStartElement();
        }
        if (observation.hasIssued()) {
            return observation.getIssuedElement();
        }
        throw new UnusableResourceException("effective", "is needed: a total without its day says nothing");
    }
}
