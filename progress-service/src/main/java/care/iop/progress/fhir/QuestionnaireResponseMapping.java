package care.iop.progress.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SecurityLabels;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.InstrumentDefinition.Item;
import care.iop.chassis.instrument.InstrumentDefinition.Option;
import care.iop.progress.assessment.RecordedResult;
import care.iop.progress.assessment.RecordedResult.Standing;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** The answers to an instrument as a QuestionnaireResponse of FHIR R4. Items have words only where their licence lets us ship them. */
final class QuestionnaireResponseMapping {

    static final String ORDINAL_VALUE = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

    private QuestionnaireResponseMapping() {}

    static FhirRecord record(RecordedResult result) {
        return new FhirRecord(
                result.id().toString(),
                result.patientId(),
                Long.toString(result.version()),
                status(result).toCode(),
                result.changedAt(),
                notice -> response(result, notice));
    }

    /** The canonical of an instrument: the scorer's version is that of the questionnaire. */
    static String canonical(InstrumentDefinition instrument) {
        return Codes.INSTRUMENT + ":" + instrument.code().toLowerCase(Locale.ROOT);
    }

    /** The versions of results that have one of these statuses. */
    static @Nullable Set<Standing> standings(@Nullable Set<String> statuses) {
        return statuses == null
                ? null
                : Arrays.stream(Standing.values())
                        .filter(standing -> statuses.contains(status(standing).toCode()))
                        .collect(Collectors.toSet());
    }

    private static QuestionnaireResponse response(RecordedResult result, Notice notice) {
        var response = SecurityLabels.withNotice(new QuestionnaireResponse(), notice);
        response.setQuestionnaire(canonical(result.instrument()));
        response.setStatus(status(result));
        response.setSubject(Codes.patient(result.patientId()));
        response.setAuthored(Date.from(result.takenAt()));
        for (var item : result.instrument().items()) {
            var value = result.answers().get(item.id());
            if (value != null) {
                var answered = response.addItem().setLinkId(item.id());
                if (!item.text().isBlank()) {
                    answered.setText(item.text());
                }
                answered.addAnswer().setValue(answer(result.instrument(), item, value));
            }
        }
        return response;
    }

    private static QuestionnaireResponseStatus status(RecordedResult result) {
        return status(result.standing());
    }

    private static QuestionnaireResponseStatus status(Standing standing) {
        return switch (standing) {
            case FIRST -> QuestionnaireResponseStatus.COMPLETED;
            case CORRECTION -> QuestionnaireResponseStatus.AMENDED;
            case REPLACED, VOIDED -> QuestionnaireResponseStatus.ENTEREDINERROR;
        };
    }

    /** The chosen answer by LOINC where it has a code there, with the number that counts; else the number alone. */
    private static Type answer(InstrumentDefinition instrument, Item item, int value) {
        return instrument.options().getOrDefault(item.options(), List.of()).stream()
                .filter(option -> option.value() == value && option.loinc() != null)
                .findFirst()
                .<Type>map(QuestionnaireResponseMapping::coded)
                .orElseGet(() -> new IntegerType(value));
    }

    private static Coding coded(Option option) {
        var coding = new Coding().setSystem(Codes.LOINC).setCode(option.loinc()).setDisplay(option.text());
        coding.addExtension(ORDINAL_VALUE, new DecimalType(option.value()));
        return coding;
    }
}
