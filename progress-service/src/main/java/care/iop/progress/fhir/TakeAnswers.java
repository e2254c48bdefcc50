package care.iop.progress.fhir;

import care.iop.chassis.fhir.FhirAddress;
import care.iop.chassis.fhir.StrictFhir;
import care.iop.chassis.instrument.Instruments;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.assessment.ReceiveAnswers;
import care.iop.progress.patient.CurrentPatient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** Takes answers over for machines that a consent in force covers. Whoever is not covered reads as absent. */
@ApplicationScoped
class TakeAnswers {

    private static final int MOST_BYTES = 256 * 1024;

    private final StrictFhir strict;
    private final Instruments instruments;
    private final TellRecords records;
    private final CurrentPatient patients;
    private final ReceiveAnswers receiveAnswers;
    private final FindQuestionnaireResponses find;

    TakeAnswers(
            StrictFhir strict,
            Instruments instruments,
            TellRecords records,
            CurrentPatient patients,
            ReceiveAnswers receiveAnswers,
            FindQuestionnaireResponses find) {
        this.strict = strict;
        this.instruments = instruments;
        this.records = records;
        this.patients = patients;
        this.receiveAnswers = receiveAnswers;
        this.find = find;
    }

    /** Takes answers over; the same ones again are answered with what is there. */
    Response take(byte[] body, UriInfo uri) {
        var sent = strict.take(
                QuestionnaireResponse.class, body, MOST_BYTES, response -> AnswersReading.of(response, instruments));
        var notice = records.noticeFor(Told.QUESTIONNAIRE_RESPONSE, sent.patientId())
                .orElseThrow(() -> refused("subject", "must be a patient who is known here and consents to it"));
        return QuarkusTransaction.requiringNew().call(() -> {
            var received = receive(sent);
            var location = FhirAddress.of(
                            uri,
                            Told.QUESTIONNAIRE_RESPONSE.type(),
                            received.id().toString())
                    .build();
            var record = find.byId(received.id().toString()).orElseThrow();
            var response = received.isNew()
                    ? Response.created(location)
                    : Response.ok().location(location);
            return records.answer(response, Told.QUESTIONNAIRE_RESPONSE, record, notice);
        });
    }

    private ReceiveAnswers.Received receive(AnswersReading sent) {
        try {
            return receiveAnswers.receive(
                    patients.of(sent.patientId()), sent.instrument(), sent.takenAt(), sent.answers());
        } catch (ProblemException e) {
            throw new ProblemException(
                    e.type(),
                    String.valueOf(e.getMessage()),
                    e.errors().stream().map(TakeAnswers::inFhirWords).toList());
        }
    }

    private static FieldProblem inFhirWords(FieldProblem fault) {
        var element = fault.pointer().equals("/takenAt") ? "authored" : "item";
        return new FieldProblem("QuestionnaireResponse." + element, fault.detail());
    }

    private static ProblemException refused(String element, String fault) {
        return new ProblemException(
                CommonProblem.INVALID_VALUE,
                "The resource can't be taken.",
                List.of(new FieldProblem("QuestionnaireResponse." + element, fault)));
    }
}
