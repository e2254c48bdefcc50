package care.iop.progress.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.progress.assessment.RecordedResult;
import care.iop.progress.checkin.RecordedCheckIn;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** The score of an instrument, and the figures of a daily check-in, as Observations of FHIR R4. */
final class ObservationMapping {

    static final String CATEGORY_SYSTEM = "http://terminology.hl7.org/CodeSystem/observation-category";
    static final String SURVEY = "survey";
    static final String DAILY_CHECK_IN = "daily-check-in";

    private static final String DATA_ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    private ObservationMapping() {}

    static FhirRecord record(RecordedResult result) {
        return new FhirRecord(
                result.id().toString(),
                result.patientId(),
                Long.toString(result.version()),
                status(result).toCode(),
                result.changedAt(),
                notice -> score(result, notice));
    }

    static FhirRecord record(RecordedCheckIn checkIn) {
        return new FhirRecord(
                checkIn.id().toString(),
                checkIn.patientId(),
                Long.toString(checkIn.version()),
                status(checkIn).toCode(),
                checkIn.changedAt(),
                notice -> checkIn(checkIn, notice));
    }

    private static Observation score(RecordedResult result, Notice notice) {
        var observation = survey(Codes.total(result.instrument()), notice);
        observation.setStatus(status(result));
        observation.setSubject(Codes.patient(result.patientId()));
        observation.setEffective(new DateTimeType(Date.from(result.takenAt())));
        observation.setIssued(Date.from(result.recordedAt()));
        observation.addDerivedFrom(new Reference("QuestionnaireResponse/" + result.id()));
        if (result.total() != null) {
            observation.setValue(new IntegerType(result.total()));
            if (result.band() != null) {
                observation.addInterpretation(Codes.own(Codes.INSTRUMENT + ":band", result.band(), result.band()));
            }
        } else if (result.band() != null) {
            observation.setValue(new StringType(result.band()));
        } else {
            observation.setDataAbsentReason(absent("not-performed", "too much was left out, or there is no total"));
        }
        addSubscales(observation, result);
        if (result.prorated()) {
            observation.setMethod(new CodeableConcept()
                    .setText("The mean of the answered items stands in for those that were left out"));
        }
        return observation;
    }

    private static ObservationStatus status(RecordedResult result) {
        return switch (result.standing()) {
            case FIRST -> ObservationStatus.FINAL;
            case CORRECTION -> ObservationStatus.CORRECTED;
            case REPLACED, VOIDED -> ObservationStatus.ENTEREDINERROR;
        };
    }

    private static void addSubscales(Observation observation, RecordedResult result) {
        for (var subscale : result.instrument().subscales()) {
            var points = result.subscales().get(subscale.code());
            if (points != null) {
                observation
                        .addComponent()
                        .setCode(Codes.own(
                                Codes.INSTRUMENT + ":" + result.instrument().code(), subscale.code(), subscale.title()))
                        .setValue(new IntegerType(points));
            }
        }
    }

    private static ObservationStatus status(RecordedCheckIn checkIn) {
        return checkIn.version() == 1 ? ObservationStatus.FINAL : ObservationStatus.CORRECTED;
    }

    private static Observation checkIn(RecordedCheckIn checkIn, Notice notice) {
        var observation = survey(Codes.own(Codes.CHECK_IN, DAILY_CHECK_IN, "Daily check-in"), notice);
        observation.setStatus(status(checkIn));
        observation.setSubject(Codes.patient(checkIn.patientId()));
        observation.setEffective(day(checkIn.forOn()));
        observation.setIssued(Date.from(checkIn.reportedAt()));
        Map.of("mood", checkIn.mood(), "craving", checkIn.craving()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(scale -> observation
                        .addComponent()
                        .setCode(Codes.own(Codes.CHECK_IN, scale.getKey(), scale.getKey() + ", 0 to 10"))
                        .setValue(new IntegerType(scale.getValue())));
        observation
                .addComponent()
                .setCode(Codes.own(Codes.CHECK_IN, "sleep", "sleep"))
                .setValue(new Quantity()
                        .setValue(checkIn.sleepHours())
                        .setUnit("h")
                        .setSystem("http://unitsofmeasure.org")
                        .setCode("h"));
        return observation;
    }

    private static Observation survey(CodeableConcept code, Notice notice) {
        var observation = new Observation();
        observation.addCategory(new CodeableConcept().addCoding(new Coding(CATEGORY_SYSTEM, SURVEY, "Survey")));
        observation.setCode(code);
        observation.addNote().setText(notice.text());
        return observation;
    }

    private static DateTimeType day(LocalDate date) {
        return new DateTimeType(date.toString());
    }

    private static CodeableConcept absent(String code, String text) {
        return new CodeableConcept()
                .setText(text)
                .addCoding(new Coding().setSystem(DATA_ABSENT).setCode(code));
    }
}
