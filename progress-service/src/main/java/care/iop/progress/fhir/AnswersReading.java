package care.iop.progress.fhir;

import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.UnusableResourceException;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.InstrumentDefinition.Item;
import care.iop.chassis.instrument.InstrumentDefinition.Option;
import care.iop.chassis.instrument.Instruments;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers that a QuestionnaireResponse brings. A score in it would be somebody else's, so there is no place for one;
 * whatever would be lost is refused.
 *
 * @param patientId nobody's when what was given can't be an identifier of ours
 * @param answers the value of each answered item
 */
record AnswersReading(UUID patientId, String instrument, Instant takenAt, Map<String, @Nullable Integer> answers) {

    private static final Set<String> KEPT =
            Set.of("id", "meta", "questionnaire", "status", "subject", "authored", "item");
    private static final Set<String> KEPT_OF_ITEM = Set.of("linkId", "text", "answer");
    private static final UUID NOBODY = new UUID(0, 0);

    static AnswersReading of(QuestionnaireResponse response, Instruments instruments) {
        requireNothingElse("", response, KEPT);
        if (response.getStatus() != QuestionnaireResponseStatus.COMPLETED) {
            throw new UnusableResourceException("status", "must be completed");
        }
        var subject = response.getSubject().getReferenceElement();
        if (!"Patient".equals(subject.getResourceType())) {
            throw new UnusableResourceException("subject", "must be Patient/ and the identifier");
        }
        if (response.getAuthored() == null) {
            throw new UnusableResourceException("authored", "is needed: when the questions were answered");
        }
        var instrument = instrument(response, instruments);
        var named = SearchParameters.uuid(subject.getIdPart());
        return new AnswersReading(
                named == null ? NOBODY : named,
                instrument.code(),
                response.getAuthored().toInstant(),
                answers(response.getItem(), instrument));
    }

    private static InstrumentDefinition instrument(QuestionnaireResponse response, Instruments instruments) {
        var canonical = String.valueOf(response.getQuestionnaire()).split("\\|", 2)[0];
        return instruments.all().stream()
                .filter(instrument ->
                        QuestionnaireResponseMapping.canonical(instrument).equals(canonical))
                .findFirst()
                .orElseThrow(() -> new UnusableResourceException(
                        "questionnaire",
                        "must be one of "
                                + instruments.all().stream()
                                        .map(QuestionnaireResponseMapping::canonical)
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
    }

    private static Map<String, @Nullable Integer> answers(
            List<QuestionnaireResponseItemComponent> items, InstrumentDefinition instrument) {
        var answers = new HashMap<String, @Nullable Integer>();
        for (int i = 0; i < items.size(); i++) {
            var given = items.get(i);
            var at = "item[" + i + "]";
            requireNothingElse(at + ".", given, KEPT_OF_ITEM);
            var item = instrument.items().stream()
                    .filter(one -> one.id().equals(given.getLinkId()))
                    .findFirst()
                    .orElseThrow(() -> new UnusableResourceException(
                            at + ".linkId",
                            "must be one of "
                                    + instrument.items().stream().map(Item::id).collect(Collectors.joining(", "))));
            if (answers.containsKey(item.id())) {
                throw new UnusableResourceException(at + ".linkId", "is answered twice");
            }
            if (given.getAnswer().size() > 1) {
                throw new UnusableResourceException(at + ".answer", "must be one");
            }
            if (given.hasAnswer()) {
                var value = given.getAnswerFirstRep();
                requireNothingElse(at + ".answer[0].", value, Set.of("value[x]"));
                answers.put(item.id(), value(at + ".answer[0].value", instrument, item, value.getValue()));
            }
        }
        if (answers.isEmpty()) {
            throw new UnusableResourceException("item", "must have at least one with an answer");
        }
        return answers;
    }

    /** A number, a LOINC answer of the item, or any code with the number that counts as its ordinal value. */
    private static int value(String at, InstrumentDefinition instrument, Item item, @Nullable Type given) {
        var options = instrument.options().getOrDefault(item.options(), List.of());
        Integer value = null;
        if (given instanceof IntegerType number) {
            value = number.getValue();
        } else if (given instanceof Coding coding) {
            value = options.stream()
                    .filter(option -> Codes.LOINC.equals(coding.getSystem())
                            && option.loinc() != null
                            && option.loinc().equals(coding.getCode()))
                    .map(Option::value)
                    .findFirst()
                    .orElseGet(() -> ordinal(coding));
        }
        var chosen = value;
        if (chosen == null || options.stream().noneMatch(option -> option.value() == chosen)) {
            throw new UnusableResourceException(
                    at,
                    "must be, as integer or as coding with its ordinalValue, one of "
                            + options.stream()
                                    .map(option -> String.valueOf(option.value()))
                                    .collect(Collectors.joining(", ")));
        }
        return chosen;
    }

    private static @Nullable Integer ordinal(Coding coding) {
        return coding.getExtensionByUrl(QuestionnaireResponseMapping.ORDINAL_VALUE) != null
                        && coding.getExtensionByUrl(QuestionnaireResponseMapping.ORDINAL_VALUE)
                                        .getValue()
                                instanceof DecimalType decimal
                        && decimal.getValue().stripTrailingZeros().scale() <= 0
                ? Integer.valueOf(decimal.getValue().intValue())
                : null;
    }

    private static void requireNothingElse(String at, Base element, Set<String> kept) {
        for (var property : element.children()) {
            if (property.hasValues() && !kept.contains(property.getName())) {
                throw new UnusableResourceException(at + property.getName(), "is not kept here; leave it out");
            }
        }
    }
}
